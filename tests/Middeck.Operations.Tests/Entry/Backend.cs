using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Middeck.Operations.Tests.Entry;

/// <summary>A service behind the entry. Unless told otherwise it says its name and what it was sent.</summary>
internal sealed class Backend : IAsyncDisposable
{
    private readonly WebApplication _app;

    private Backend(WebApplication app) => _app = app;

    public Uri Address => new(_app.Urls.First());

    public static async Task<Backend> StartAsync(string name, RequestDelegate? answer = null)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, 0);
            kestrel.Limits.MaxRequestBodySize = null;
        });
        builder.Services.AddRouting();
        var app = builder.Build();
        app.UseWebSockets();
        app.Run(answer ?? (context => SayAsync(context, name)));
        await app.StartAsync();
        return new Backend(app);
    }

    /// <summary>What a request looked like when it arrived.</summary>
    public static async Task SayAsync(HttpContext context, string name)
    {
        var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        var headers = context.Request.Headers;
        await context.Response.WriteAsync(JsonSerializer.Serialize(new Dictionary<string, string>
        {
            ["name"] = name,
            ["path"] = $"{context.Request.Path}{context.Request.QueryString}",
            ["host"] = context.Request.Host.ToString(),
            ["for"] = headers["X-Forwarded-For"].ToString(),
            ["proto"] = headers["X-Forwarded-Proto"].ToString(),
            ["prefix"] = headers["X-Forwarded-Prefix"].ToString(),
            ["bytes"] = $"{body.Length}",
        }));
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }
}
