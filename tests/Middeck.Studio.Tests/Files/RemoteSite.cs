using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Middeck.Studio.Tests.Files;

/// <summary>A site that has one file, and some that it should not have.</summary>
internal sealed class RemoteSite : IAsyncDisposable
{
    private readonly WebApplication _app;
    private int _requests;

    private RemoteSite(WebApplication app) => _app = app;

    public int Requests => _requests;

    public int Port => new Uri(_app.Urls.Single()).Port;

    public static async Task<RemoteSite> StartAsync(string path, byte[] content, string type)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrel().UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var site = new RemoteSite(app);
        app.MapGet(path, () =>
        {
            Interlocked.Increment(ref site._requests);
            return Results.Bytes(content, type);
        });
        app.MapGet("/huge", () => Results.Stream(new MemoryStream(new byte[100_000]), "application/octet-stream"));
        app.MapGet("/round", () => Results.Redirect("/round"));
        app.MapGet("/inward", (HttpRequest request) => Results.Redirect($"http://127.0.0.1:{request.Host.Port}{path}"));
        await app.StartAsync();
        return site;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
