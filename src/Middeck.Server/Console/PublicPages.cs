using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Middeck.Studio.Sites;

namespace Middeck.Server.Console;

/// <summary>Serves apps' public pages, their frames and the forms that runs wait for: one file, whose script asks what it shows by the token in its address.</summary>
internal static class PublicPages
{
    private const string File = "site.html";

    public static void MapPublicPages(this WebApplication app, string folder)
    {
        var page = new ConsolePage(Path.Combine(folder, File));
        foreach (var path in new[] { "/s/{token}", "/s/{token}/c/{share}", "/form/{token}" })
        {
            Map(app, path, (HttpContext context, CancellationToken cancellationToken)
                => page.WriteAsync(context, ContentSecurityPolicy.Unframed, cancellationToken));
        }

        Map(app, "/embed/{token}", async (
            string token, HttpContext context, ISiteFrames frames, CancellationToken cancellationToken) =>
        {
            var origins = await frames.FindOriginsAsync(token, cancellationToken);
            // It knows no lists; browsers that read frame-ancestors need it no more.
            context.Response.Headers.Remove("X-Frame-Options");
            await page.WriteAsync(context, ContentSecurityPolicy.FramedBy(origins), cancellationToken);
        });
    }

    private static void Map(WebApplication app, string path, Delegate answer)
        => app.MapMethods(path, [HttpMethods.Get, HttpMethods.Head], answer).AllowAnonymous().ExcludeFromDescription();
}
