using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Middeck.Studio.Sites.Publishing;

namespace Middeck.Studio.Sites.Embedding;

internal static class EmbedEndpoints
{
    private static readonly EmbedCheck Refused = new(Allowed: false, null, null, null, null);

    public static void MapEmbedEndpoints(this IEndpointRouteBuilder group)
        => group.MapGet("/embed", CheckAsync).WithName("CheckSiteEmbedding")
            .WithSummary("Read whether the page that asks, by its Origin, may embed");

    // Any page may read the answer, also a refusal: a refused status would say so in the host's console twice. Who can really show
    // the frame is decided by its frame-ancestors.
    private static async Task<Ok<EmbedCheck>> CheckAsync(
        string token,
        HttpContext context,
        PublicationStore publications,
        SiteStore sites,
        CancellationToken cancellationToken)
    {
        context.Response.Headers.AccessControlAllowOrigin = "*";
        context.Response.Headers.CacheControl = "no-store";
        var origin = context.Request.Headers.Origin.ToString().ToLowerInvariant();
        // Browsers send no origin when the page asks at its own.
        var isOwn = origin.Length == 0 || origin == $"{context.Request.Scheme}://{context.Request.Host}";
        var page = await publications.FindByTokenAsync(token, cancellationToken);
        return page is { Access.Enabled: true }
            && (isOwn || SiteOrigin.Allows(page.Access.Origins, origin))
            && await sites.FindAsync(page.WorkspaceId, page.AppId, cancellationToken) is { } site
                ? TypedResults.Ok(new EmbedCheck(
                    Allowed: true, site.Title, site.IconType == "emoji" ? site.Icon : null, site.ChatColorTheme,
                    site.DefaultLanguage))
                : TypedResults.Ok(Refused);
    }
}
