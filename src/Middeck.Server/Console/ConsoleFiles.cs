using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.FileProviders;
using Middeck.Core.Errors;
using Middeck.Http.Errors;

namespace Middeck.Server.Console;

/// <summary>Serves the built console: hashed files for ever, <c>index.html</c> fresh each time with a nonce of its own.</summary>
internal static class ConsoleFiles
{
    private const string NoncePlaceholder = "__CSP_NONCE__";

    // Paths that belong to APIs and services; an unknown one is a 404 and never the console.
    private static readonly string[] Reserved =
        ["/api", "/v1", "/mcp", "/ollama", "/swagger", "/health", "/metrics", "/files", "/triggers", "/assets"];

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
                context.Context.Response.Headers.CacheControl = immutable
                    ? "public, max-age=31536000, immutable"
                    : "no-cache";
            },
        });
    }

    public static void MapConsole(this WebApplication app, string folder)
    {
        var index = Path.Combine(folder, "index.html");
        // Pages only: for other methods the router's own 404, 405 and 415 are the truth.
        app.MapMethods("/{*path:nonfile}", [HttpMethods.Get, HttpMethods.Head], async (HttpContext context, ErrorResponder errors, CancellationToken cancellationToken) =>
        {
            if (!IsPage(context.Request))
            {
                await errors.WriteAsync(context, RoutingFaults.NoSuchAddress, cancellationToken);
                return;
            }

            if (!File.Exists(index))
            {
                await errors.WriteAsync(
                    context,
                    Fault.NotFound("console.not_built", "The console is not built. Run ./middeck up, which builds it."),
                    cancellationToken);
                return;
            }

            var nonce = Convert.ToBase64String(RandomNumberGenerator.GetBytes(16));
            var page = await File.ReadAllTextAsync(index, cancellationToken);
            context.Response.Headers.CacheControl = "no-store";
            context.Response.Headers.ContentSecurityPolicy = ContentSecurityPolicy.For(nonce);
            context.Response.ContentType = "text/html; charset=utf-8";
            await context.Response.WriteAsync(
                page.Replace(NoncePlaceholder, nonce, StringComparison.Ordinal), cancellationToken);
        }).AllowAnonymous().ExcludeFromDescription().WithName("Console").WithOrder(int.MaxValue);
    }

    private static bool IsPage(HttpRequest request)
        => !Array.Exists(Reserved, prefix => request.Path.StartsWithSegments(prefix))
            && !Path.HasExtension(request.Path.Value);
}
