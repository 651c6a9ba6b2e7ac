using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Middeck.Core.Audit;
using Middeck.Core.Security;
using Middeck.Http.Security;

namespace Middeck.Studio.Sites;

internal static class SiteEndpoints
{
    public static void MapSiteEndpoints(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/v1/apps/{id:guid}/site").WithTags("Apps").RequirePermission(Permissions.Apps.Read);
        group.MapGet("", FindAsync).WithName("GetAppSite").WithSummary("Read how an app's public page looks");
        group.MapPut("", SaveAsync).WithName("SaveAppSite").WithSummary("Change how an app's public page looks")
            .RequirePermission(Permissions.Apps.Update);
    }

    private static async Task<Ok<SiteSettings>> FindAsync(
        Guid id, CallerContext context, SiteService sites, CancellationToken cancellationToken)
        => TypedResults.Ok(await sites.FindAsync(context.Caller, id, cancellationToken));

    private static async Task<Ok<SiteSettings>> SaveAsync(
        Guid id,
        SiteSettings body,
        CallerContext context,
        SiteService sites,
        AuditTrail audit,
        CancellationToken cancellationToken)
        => TypedResults.Ok(await sites.SaveAsync(context.Caller, id, body, audit, cancellationToken));
}
