using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Middeck.Studio.Tests.Fakes;

/// <summary>Somebody's server on a port of its own; it keeps what it was asked.</summary>
internal sealed class AskedServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private AskedServer(WebApplication app) => _app = app;

    public ConcurrentQueue<AskedRequest> Asked { get; } = new();

    public AskedRequest Last => Asked.Last();

    /// <summary>By a name that the host's allow-list holds.</summary>
    public string Url => _app.Urls.Single().Replace("127.0.0.1", "localhost", StringComparison.Ordinal);

    public string LoopbackUrl => _app.Urls.Single();

    public static async Task<AskedServer> StartAsync(Func<HttpContext, Task> answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrel().UseUrls("http://127.0.0.1:0");
        var server = new AskedServer(builder.Build());
        server._app.Run(async context =>
        {
            using var reader = new StreamReader(context.Request.Body);
            server.Asked.Enqueue(new AskedRequest(
                context.Request.Method,
                context.Request.Path + context.Request.QueryString,
                context.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase),
                await reader.ReadToEndAsync()));
            await answer(context);
        });
        await server._app.StartAsync();
        return server;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
