using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Middeck.Core.Security;
using Middeck.Http.Security;

namespace Middeck.Knowledge.Chunks;

internal static class ChildEndpoints
{
    public static void MapChildEndpoints(this IEndpointRouteBuilder routes)
    {
        var group = routes
            .MapGroup("/api/v1/knowledge-bases/{id:guid}/documents/{doc:guid}/chunks/{chunk:guid}/children").WithTags("Documents");

        group.MapGet("", ListAsync).WithName("ListChildChunks").WithSummary("List what leads to a chunk")
            .RequirePermission(Permissions.Knowledge.Read);
        group.MapPost("", AddAsync).WithName("AddChildChunk").WithSummary("Add a part to a chunk")
            .RequirePermission(Permissions.Knowledge.Update);
        group.MapPatch("/{child:guid}", EditAsync).WithName("EditChildChunk").WithSummary("Change a child's text")
            .RequirePermission(Permissions.Knowledge.Update);
        group.MapDelete("/{child:guid}", DeleteAsync).WithName("DeleteChildChunk").WithSummary("Delete a child")
            .RequirePermission(Permissions.Knowledge.Update);
    }

    private static async Task<Ok<IReadOnlyList<ChildChunk>>> ListAsync(
        Guid id, Guid doc, Guid chunk, ChildService service, CallerContext context, CancellationToken cancellationToken)
        => TypedResults.Ok(await service.ListAsync(context.Caller, id, doc, chunk, cancellationToken));

    private static async Task<Ok<ChildChunk>> AddAsync(
        Guid id,
        Guid doc,
        Guid chunk,
        WriteChild request,
        ChildService service,
        CallerContext context,
        CancellationToken cancellationToken)
        => TypedResults.Ok(await service.AddAsync(context.Caller, id, doc, chunk, request, cancellationToken));

    private static async Task<Ok<ChildChunk>> EditAsync(
        Guid id,
        Guid doc,
        Guid chunk,
        Guid child,
        WriteChild request,
        ChildService service,
        CallerContext context,
        CancellationToken cancellationToken)
        => TypedResults.Ok(await service.EditAsync(context.Caller, id, doc, chunk, child, request, cancellationToken));

    private static async Task<NoContent> DeleteAsync(
        Guid id,
        Guid doc,
        Guid chunk,
        Guid child,
        ChildService service,
        CallerContext context,
        CancellationToken cancellationToken)
    {
        await service.DeleteAsync(context.Caller, id, doc, chunk, child, cancellationToken);
        return TypedResults.NoContent();
    }
}
