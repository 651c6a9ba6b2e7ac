using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.FileProviders;
using Middeck.Http.Errors;

namespace Middeck.Server.Console;

/// <summary>Serves the built console: hashed files for ever, <c>index.html</c> fresh each time with a nonce of its own.</summary>
internal static class ConsoleFiles
{
    /// <summary>What pages of other sites load to show a public page.</summary>
    public const string EmbedScript = "/embed.js";

    // Paths that belong to APIs and services; an unknown one is a 404 and never the console.
    private static readonly string[] Reserved =
        ["/api", "/v1", "/mcp", "/ollama", "/swagger", "/health", "/metrics", "/files", "/s", "/form", "/embed", "/triggers", "/assets"];

    public static void UseConsoleFiles(this WebApplication app, string folder)
    {
        if (!Directory.Exists(folder))
        {
            return;
        }

        var files = new PhysicalFileProvider(folder);
        app.UseCompressedFiles(files);
        app.UseStaticFiles(new StaticFileOptions
        {
            FileProvider = files,
            ContentTypeProvider = new CompressedContentTypes(),
            OnPrepareResponse = context =>
            {
                CompressedFiles.WriteHeaders(context);
                var immutable = context.Context.Request.Path.StartsWithSegments("/assets");
                var headers = context.Context.Response.Headers;
                if (context.Context.Request.Path.Value?.StartsWith(EmbedScript, StringComparison.Ordinal) == true)
                {
                    // Pages of other sites load it, with an integrity check if they like.
                    headers.AccessControlAllowOrigin = "*";
                }

                headers.CacheControl = immutable
                    ? "public, max-age=31536000, immutable"
                    : "no-cache";
            },
        });
    }

    public static void MapConsole(this WebApplication app, string folder)
    {
        var page = new ConsolePage(Path.Combine(folder, "index.html"));
        // Pages only: for other methods the router's own 404, 405 and 415 are the truth.
        app.MapMethods("/{*path:nonfile}", [HttpMethods.Get, HttpMethods.Head], async (HttpContext context, ErrorResponder errors, CancellationToken cancellationToken) =>
        {
            if (!IsPage(context.Request))
            {
                await errors.WriteAsync(context, RoutingFaults.NoSuchAddress, cancellationToken);
                return;
            }

            await page.WriteAsync(context, ContentSecurityPolicy.Unframed, cancellationToken);
        }).AllowAnonymous().ExcludeFromDescription().WithName("Console").WithOrder(int.MaxValue);
    }

    private static bool IsPage(HttpRequest request)
        => !Array.Exists(Reserved, prefix => request.Path.StartsWithSegments(prefix))
            && !Path.HasExtension(request.Path.Value);
}
