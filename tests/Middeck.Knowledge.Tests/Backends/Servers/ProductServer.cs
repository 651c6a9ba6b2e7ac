using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Middeck.Knowledge.Tests.Backends.Servers;

/// <summary>
/// A product's documented API on a real port, its data in memory. Strict: what the product would refuse, and what its documents do
/// not know, is refused in the product's words.
/// </summary>
public abstract class ProductServer : IAsyncLifetime
{
    private WebApplication? _app;

    /// <summary>Such as <c>http://127.0.0.1:41234</c>.</summary>
    public string Url => _app!.Urls.Single();

    public async Task InitializeAsync()
    {
        _app = LocalServer.Build();
        _app.Use(GuardAsync);
        Map(_app);
        _app.MapFallback(() => Refuse(StatusCodes.Status404NotFound, "no such route"));
        await _app.StartAsync();
    }

    public async Task DisposeAsync() => await _app!.DisposeAsync();

    protected abstract void Map(IEndpointRouteBuilder routes);

    /// <summary>Null lets the request through.</summary>
    protected abstract IResult? Authenticate(HttpRequest request);

    /// <summary>A refusal as the product writes it.</summary>
    protected abstract IResult Refuse(int status, string message);

    /// <summary>What the product says to a body that is not of the documented form.</summary>
    protected abstract IResult RefuseBody(string message);

    private async Task GuardAsync(HttpContext context, RequestDelegate next)
    {
        if (Authenticate(context.Request) is { } refusal)
        {
            await refusal.ExecuteAsync(context);
            return;
        }

        try
        {
            await next(context);
        }
        catch (Exception ex) when (ex is BadBodyException or JsonException or KeyNotFoundException or InvalidOperationException
            or FormatException or BadHttpRequestException)
        {
            await RefuseBody(ex.Message).ExecuteAsync(context);
        }
    }
}
