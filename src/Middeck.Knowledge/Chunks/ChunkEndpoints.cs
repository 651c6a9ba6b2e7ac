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
        var group = routes.MapGroup("/api/v1/knowledge-bases/{id:guid}/documents/{doc:guid}").WithTags("Documents")
            .RequirePermission(Permissions.Knowledge.Read);

        group.MapGet("/chunks", ListAsync).WithName("ListChunks").WithSummary("List the chunks of a document in their order");
        group.MapGet("/chunks/{chunk:guid}", GetAsync).WithName("GetChunk").WithSummary("Read a chunk");
        group.MapGet("/text", TextAsync).WithName("GetDocumentText").WithSummary("The document's text around a chunk");
    }

    private static async Task<Ok<Page<Chunk>>> ListAsync(
        Guid id,
        Guid doc,
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
        var rows = await chunks.AfterAsync(document.WorkspaceId, document.Id, after, count + 1, cancellationToken);
        var hasMore = rows.Count > count;
        var shown = hasMore ? rows[..count] : rows;
        return TypedResults.Ok(new Page<Chunk>(
            shown, hasMore, hasMore ? shown[^1].Position.ToString(CultureInfo.InvariantCulture) : null));
    }

    private static async Task<Ok<Chunk>> GetAsync(
        Guid id,
        Guid doc,
        Guid chunk,
        DocumentService documents,
        ChunkStore chunks,
        CallerContext context,
        CancellationToken cancellationToken)
    {
        var document = await documents.OpenAsync(context.Caller, id, doc, AccessLevel.Use, cancellationToken);
        return TypedResults.Ok(
            await chunks.FindAsync(document.WorkspaceId, document.Id, chunk, cancellationToken)
            ?? throw KnowledgeFaults.NoChunk());
    }

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
