using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Middeck.Core.Errors;
using Middeck.Http.Errors;

namespace Middeck.Server.Console;

/// <summary>A page of the built console, fresh each time with a nonce of its own.</summary>
internal sealed class ConsolePage(string file)
{
    private const string NoncePlaceholder = "__CSP_NONCE__";

    /// <param name="context">The request for the page.</param>
    /// <param name="frameAncestors">Who may show it in a frame, as the policy writes it.</param>
    /// <param name="cancellationToken">The reader's going away.</param>
    public async Task WriteAsync(HttpContext context, string frameAncestors, CancellationToken cancellationToken)
    {
        if (!File.Exists(file))
        {
            await context.RequestServices.GetRequiredService<ErrorResponder>().WriteAsync(
                context,
                Fault.NotFound("console.not_built", "The console is not built. Run ./middeck up, which builds it."),
                cancellationToken);
            return;
        }

        var nonce = Convert.ToBase64String(RandomNumberGenerator.GetBytes(16));
        var page = await File.ReadAllTextAsync(file, cancellationToken);
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers.ContentSecurityPolicy = ContentSecurityPolicy.For(nonce, frameAncestors);
        context.Response.ContentType = "text/html; charset=utf-8";
        await context.Response.WriteAsync(page.Replace(NoncePlaceholder, nonce, StringComparison.Ordinal), cancellationToken);
    }
}
