using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Middeck.Core.Errors;
using Middeck.Core.Paging;
using Middeck.Core.Security;
using Middeck.Http.Security;
using Middeck.Identity.Access;
using Middeck.Knowledge.Documents;

namespace Middeck.Knowledge.Chunks;

internal static class ChunkEndpoints
{
    public static void MapChunkEndpoints(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/v1/knowledge-bases/{id:guid}/documents/{doc:guid}").WithTags("Documents");

        group.MapGet("/chunks", ListAsync).WithName("ListChunks").WithSummary("List the chunks of a document in their order")
            .RequirePermission(Permissions.Knowledge.Read);
        group.MapGet("/chunks/{chunk:guid}", GetAsync).WithName("GetChunk").WithSummary("Read a chunk with its children")
            .RequirePermission(Permissions.Knowledge.Read);
        group.MapGet("/text", TextAsync).WithName("GetDocumentText").WithSummary("The document's text around a chunk")
            .RequirePermission(Permissions.Knowledge.Read);
        group.MapPost("/chunks", AddAsync).WithName("AddChunks").WithSummary("Add chunks behind a position or at the end")
            .RequirePermission(Permissions.Knowledge.Update);
        group.MapPost("/chunks/batch", ChangeAsync).WithName("ChangeChunks")
            .WithSummary("Enable, disable or delete several chunks").RequirePermission(Permissions.Knowledge.Update);
        group.MapPatch("/chunks/{chunk:guid}", EditAsync).WithName("EditChunk").WithSummary("Change a chunk")
            .RequirePermission(Permissions.Knowledge.Update);
        group.MapDelete("/chunks/{chunk:guid}", DeleteAsync).WithName("DeleteChunk").WithSummary("Delete a chunk")
            .RequirePermission(Permissions.Knowledge.Update);
        group.MapPost("/chunks/{chunk:guid}/split", SplitAsync).WithName("SplitChunk").WithSummary("Make two chunks of one")
            .RequirePermission(Permissions.Knowledge.Update);
        group.MapPost("/chunks/{chunk:guid}/merge", MergeAsync).WithName("MergeChunks")
            .WithSummary("Take the chunks that follow into one").RequirePermission(Permissions.Knowledge.Update);
    }

    private static async Task<Ok<Page<Chunk>>> ListAsync(
        Guid id,
        Guid doc,
        string? q,
        bool? enabled,
        int? limit,
        string? cursor,
        DocumentService documents,
        ChunkStore chunks,
        CallerContext context,
        CancellationToken cancellationToken)
    {
        // The order is the text's, not the keys': the cursor is the last position.
        var count = PageRequest.Parse(limit, cursor: null).Limit;
        var after = PositionOf(cursor);
        var document = await documents.OpenAsync(context.Caller, id, doc, AccessLevel.Use, cancellationToken);
        var filter = new ChunkFilter(string.IsNullOrWhiteSpace(q) ? null : q.Trim(), enabled);
        var rows = await chunks.AfterAsync(document.WorkspaceId, document.Id, filter, after, count + 1, cancellationToken);
        var hasMore = rows.Count > count;
        var shown = hasMore ? rows[..count] : rows;
        return TypedResults.Ok(new Page<Chunk>(
            shown, hasMore, hasMore ? shown[^1].Position.ToString(CultureInfo.InvariantCulture) : null));
    }

    private static async Task<Ok<Chunk>> GetAsync(
        Guid id, Guid doc, Guid chunk, ChunkService service, CallerContext context, CancellationToken cancellationToken)
        => TypedResults.Ok(await service.GetAsync(context.Caller, id, doc, chunk, cancellationToken));

    private static async Task<Ok<IReadOnlyList<Chunk>>> AddAsync(
        Guid id, Guid doc, AddChunks request, ChunkService service, CallerContext context, CancellationToken cancellationToken)
        => TypedResults.Ok(await service.AddAsync(context.Caller, id, doc, request, cancellationToken));

    private static async Task<Ok<ChunksChanged>> ChangeAsync(
        Guid id,
        Guid doc,
        ChangeChunks request,
        ChunkService service,
        CallerContext context,
        CancellationToken cancellationToken)
        => TypedResults.Ok(await service.ChangeAsync(context.Caller, id, doc, request, cancellationToken));

    private static async Task<Ok<Chunk>> EditAsync(
        Guid id,
        Guid doc,
        Guid chunk,
        EditChunk request,
        ChunkService service,
        CallerContext context,
        CancellationToken cancellationToken)
        => TypedResults.Ok(await service.EditAsync(context.Caller, id, doc, chunk, request, cancellationToken));

    private static async Task<NoContent> DeleteAsync(
        Guid id, Guid doc, Guid chunk, ChunkService service, CallerContext context, CancellationToken cancellationToken)
    {
        await service.DeleteAsync(context.Caller, id, doc, chunk, cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<Ok<IReadOnlyList<Chunk>>> SplitAsync(
        Guid id,
        Guid doc,
        Guid chunk,
        SplitChunk request,
        ChunkReshaping service,
        CallerContext context,
        CancellationToken cancellationToken)
        => TypedResults.Ok(await service.SplitAsync(context.Caller, id, doc, chunk, request, cancellationToken));

    private static async Task<Ok<Chunk>> MergeAsync(
        Guid id,
        Guid doc,
        Guid chunk,
        MergeChunks request,
        ChunkReshaping service,
        CallerContext context,
        CancellationToken cancellationToken)
        => TypedResults.Ok(await service.MergeAsync(context.Caller, id, doc, chunk, request, cancellationToken));

    private static async Task<Ok<Passage>> TextAsync(
        Guid id,
        Guid doc,
        Guid around,
        DocumentService documents,
        ChunkStore chunks,
        DocumentTexts texts,
        CallerContext context,
        CancellationToken cancellationToken)
    {
        var document = await documents.OpenAsync(context.Caller, id, doc, AccessLevel.Use, cancellationToken);
        var range = await chunks.RangeAsync(document.WorkspaceId, document.Id, around, cancellationToken)
            ?? throw KnowledgeFaults.NoChunk();
        return TypedResults.Ok(
            await texts.AroundAsync(document, range, cancellationToken) ?? throw KnowledgeFaults.NoChunk());
    }

    private static int PositionOf(string? cursor)
        => string.IsNullOrEmpty(cursor)
            ? 0
            : int.TryParse(cursor, NumberStyles.None, CultureInfo.InvariantCulture, out var position)
                ? position
                : throw new FaultException(Fault.Invalid(
                    "paging.invalid_cursor", "cursor must be the next_cursor of the page before.", "cursor"));
}
