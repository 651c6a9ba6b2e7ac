using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Middeck.Identity.Audit;
using Middeck.Studio.Sites.Batches;
using Middeck.Studio.Sites.Embedding;
using Middeck.Studio.Sites.Publishing;
using Middeck.Studio.Sites.Shares;
using Middeck.Studio.Sites.Talk;
using Middeck.Studio.Sites.Visitors;

namespace Middeck.Studio.Sites;

/// <summary>
/// What public pages ask. Below the token stand the same addresses as below <c>/api/v1/apps/{id}</c> and <c>/api/v1</c> for the
/// console, so that one chat serves both. Sounds get their addresses here too.
/// </summary>
internal static class SiteRoutes
{
    public const string Prefix = "/s/api/{token}";

    public static void MapSites(this IEndpointRouteBuilder routes)
    {
        routes.MapSiteEndpoints();
        routes.MapPublicationEndpoints();
        var group = routes.MapVisitorGroup(Prefix).WithTags("Public pages");
        group.MapVisitEndpoints();
        group.MapEmbedEndpoints();
        group.MapSiteChatEndpoints();
        group.MapSiteSpeechEndpoints();
        group.MapSiteTalkEndpoints();
        group.MapShareEndpoints();
        group.MapBatchEndpoints();
    }

    /// <summary>Addresses that anybody may call, within the limit of calls.</summary>
    public static RouteGroupBuilder MapVisitorGroup(this IEndpointRouteBuilder routes, string prefix)
        => routes.MapGroup(prefix).AllowAnonymous().WithoutAudit()
            .RequireRateLimiting(SiteRateLimits.Policy)
            .AddEndpointFilter(static (context, next) =>
            {
                context.HttpContext.Response.Headers.CacheControl = "no-store";
                return next(context);
            });
}
