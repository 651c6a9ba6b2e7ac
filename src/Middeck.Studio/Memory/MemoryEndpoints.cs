using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Middeck.Core.Paging;
using Middeck.Core.Security;
using Middeck.Http.Security;

namespace Middeck.Studio.Memory;

internal static class MemoryEndpoints
{
    public static void MapMemoryEndpoints(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/v1/apps/{id:guid}/memory").WithTags("Memory")
            .RequirePermission(Permissions.Apps.Use);
        group.MapGet("", ListAsync).WithName("ListMemory")
            .WithSummary("List what an app remembers of oneself, or of an end user, newest first");
        group.MapPatch("/{factId:guid}", UpdateAsync).WithName("UpdateMemory").WithSummary("Correct what is remembered");
        group.MapDelete("/{factId:guid}", DeleteAsync).WithName("DeleteMemory").WithSummary("Forget one thing");
        group.MapDelete("", ClearAsync).WithName("ClearMemory").WithSummary("Forget everything");
    }

    private static async Task<Ok<Page<MemoryFact>>> ListAsync(
        Guid id,
        [FromQuery(Name = "end_user_id")] Guid? endUserId,
        int? limit,
        string? cursor,
        CallerContext context,
        MemoryService memory,
        CancellationToken cancellationToken)
        => TypedResults.Ok(await memory.ListAsync(
            context.Caller, context.UserId, id, endUserId, PageRequest.Parse(limit, cursor), cancellationToken));

    private static async Task<Ok<MemoryFact>> UpdateAsync(
        Guid id,
        Guid factId,
        [FromQuery(Name = "end_user_id")] Guid? endUserId,
        UpdateMemoryFact body,
        CallerContext context,
        MemoryService memory,
        CancellationToken cancellationToken)
        => TypedResults.Ok(await memory.UpdateAsync(
            context.Caller, context.UserId, id, endUserId, factId, body.Text, cancellationToken));

    private static async Task<NoContent> DeleteAsync(
        Guid id,
        Guid factId,
        [FromQuery(Name = "end_user_id")] Guid? endUserId,
        CallerContext context,
        MemoryService memory,
        CancellationToken cancellationToken)
    {
        await memory.DeleteAsync(context.Caller, context.UserId, id, endUserId, factId, cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<NoContent> ClearAsync(
        Guid id,
        [FromQuery(Name = "end_user_id")] Guid? endUserId,
        CallerContext context,
        MemoryService memory,
        CancellationToken cancellationToken)
    {
        await memory.ClearAsync(context.Caller, context.UserId, id, endUserId, cancellationToken);
        return TypedResults.NoContent();
    }
}
