using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Middeck.Core.Audit;
using Middeck.Core.Security;
using Middeck.Http.Security;
using Middeck.Studio.Apps;

namespace Middeck.Studio.Trash;

internal static class TrashEndpoints
{
    public static void MapTrashEndpoints(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/v1/apps").WithTags("Apps").RequirePermission(Permissions.Apps.Delete);
        group.MapDelete("/{id:guid}", DeleteAsync).WithName("DeleteApp")
            .WithSummary("Move an app to the trash, or delete it for good");
        group.MapPost("/{id:guid}/restore", RestoreAsync).WithName("RestoreApp")
            .WithSummary("Bring an app back from the trash");
        group.MapPost("/trash/empty", EmptyAsync).WithName("EmptyAppTrash")
            .WithSummary("Delete for good what lies in the trash");
    }

    private static async Task<NoContent> DeleteAsync(
        Guid id,
        bool? permanently,
        CallerContext context,
        AppTrash trash,
        AuditTrail audit,
        CancellationToken cancellationToken)
    {
        await (permanently == true
            ? trash.DeleteAsync(context.Caller, id, audit, cancellationToken)
            : trash.MoveAsync(context.Caller, id, audit, cancellationToken));
        return TypedResults.NoContent();
    }

    private static async Task<Ok<App>> RestoreAsync(
        Guid id, CallerContext context, AppTrash trash, AuditTrail audit, CancellationToken cancellationToken)
        => TypedResults.Ok(await trash.RestoreAsync(context.Caller, id, audit, cancellationToken));

    private static async Task<Ok<EmptiedTrash>> EmptyAsync(
        CallerContext context, AppTrash trash, AuditTrail audit, CancellationToken cancellationToken)
        => TypedResults.Ok(await trash.EmptyAsync(context.Caller, audit, cancellationToken));
}
