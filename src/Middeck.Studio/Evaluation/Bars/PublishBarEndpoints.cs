using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Middeck.Core.Security;
using Middeck.Http.Security;

namespace Middeck.Studio.Evaluation.Bars;

internal static class PublishBarEndpoints
{
    public static void MapPublishBarEndpoints(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/v1/apps/{id:guid}/publish-bar").WithTags("App evaluation")
            .RequirePermission(Permissions.Apps.Publish);
        group.MapGet("", FindAsync).WithName("GetPublishBar").WithSummary("Read what an app has to reach, and whether its draft does")
            .RequirePermission(Permissions.Apps.Read);
        group.MapPut("", SaveAsync).WithName("UpdatePublishBar").WithSummary("Set what an app has to reach before it is published");
        group.MapDelete("", DeleteAsync).WithName("DeletePublishBar").WithSummary("Demand nothing before an app is published");
    }

    private static async Task<Ok<PublishBarStatus>> FindAsync(
        Guid id, CallerContext context, PublishBarService bars, CancellationToken cancellationToken)
        => TypedResults.Ok(await bars.FindAsync(context.Caller, id, cancellationToken));

    private static async Task<Ok<PublishBarStatus>> SaveAsync(
        Guid id, SavePublishBar body, CallerContext context, PublishBarService bars, CancellationToken cancellationToken)
        => TypedResults.Ok(await bars.SaveAsync(context.Caller, id, body, cancellationToken));

    private static async Task<NoContent> DeleteAsync(
        Guid id, CallerContext context, PublishBarService bars, CancellationToken cancellationToken)
    {
        await bars.DeleteAsync(context.Caller, id, cancellationToken);
        return TypedResults.NoContent();
    }
}
