using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Middeck.EndToEnd.Browsing;

/// <summary>
/// A page of another site, by another name of this machine, that embeds an app. Its policy allows nothing but our script, our frame and
/// our answers: no style, no picture, nothing inline.
/// </summary>
internal sealed class ForeignPage : IAsyncDisposable
{
    private readonly WebApplication _app;

    private ForeignPage(WebApplication app) => _app = app;

    /// <summary>As the browser names it.</summary>
    public string Origin => _app.Urls.Single().Replace("127.0.0.1", "localhost", StringComparison.Ordinal);

    public static async Task<ForeignPage> StartAsync(Uri platform)
    {
        var ours = platform.GetLeftPart(UriPartial.Authority);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.MapGet("/shop/{token}", (string token, HttpContext context) =>
        {
            context.Response.Headers.ContentSecurityPolicy
                = $"default-src 'none'; script-src {ours}; frame-src {ours}; connect-src {ours}; style-src 'none'";
            return Results.Content(
                $"""
                <!doctype html>
                <html lang="en">
                  <head><title>A shop</title><script src="{ours}/embed.js" data-token="{token}" data-language="en" defer></script></head>
                  <body><main><h1>A shop</h1></main></body>
                </html>
                """,
                "text/html; charset=utf-8");
        });
        await app.StartAsync();
        return new ForeignPage(app);
    }

    public string AddressFor(string token) => $"{Origin}/shop/{token}";

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();
}
