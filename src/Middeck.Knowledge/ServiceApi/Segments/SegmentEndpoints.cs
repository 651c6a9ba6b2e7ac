using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Middeck.Identity.Access;
using Middeck.Knowledge.Bases;
using Middeck.Knowledge.Chunks;
using Middeck.Knowledge.Documents;

namespace Middeck.Knowledge.ServiceApi.Segments;

internal static class SegmentEndpoints
{
    private const string Completed = "completed";

    public static void MapSegmentEndpoints(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/datasets/{dataset:guid}/documents/{document:guid}/segments");
        group.MapPost("", AddAsync).WithName("DifyAddSegments").WithSummary("Add chunks to a document");
        group.MapGet("", ListAsync).WithName("DifyListSegments").WithSummary("List the chunks of a document");
        group.MapGet("/{segment:guid}", GetAsync).WithName("DifyGetSegment").WithSummary("Read a chunk");
        group.MapPost("/{segment:guid}", EditAsync).WithName("DifyUpdateSegment").WithSummary("Change a chunk");
        group.MapDelete("/{segment:guid}", DeleteAsync).WithName("DifyDeleteSegment").WithSummary("Delete a chunk");
    }

    private static async Task<Ok<SegmentsAnswer>> AddAsync(
        Guid dataset, Guid document, AddSegments? body, SegmentWriter writer, CancellationToken cancellationToken)
        => TypedResults.Ok(await writer.AddAsync(dataset, document, body ?? new AddSegments(), cancellationToken));

    private static async Task<Ok<SegmentList>> ListAsync(
        Guid dataset,
        Guid document,
        [AsParameters] DatasetPage page,
        string? keyword,
        string[]? status,
        DatasetCaller caller,
        KnowledgeBaseAccess access,
        DocumentService documents,
        ChunkStore chunks,
        SegmentMaker maker,
        CancellationToken cancellationToken)
    {
        var knowledgeBase = await access.OpenAsync(caller.Caller, dataset, AccessLevel.Use, cancellationToken);
        var row = await documents.OpenAsync(caller.Caller, dataset, document, AccessLevel.Use, cancellationToken);
        var (offset, limit) = (page.Offset(), page.Limit());
        var filter = new ChunkFilter(string.IsNullOrWhiteSpace(keyword) ? null : keyword.Trim());

        // The chunks that are listed can be found, all of them; those that are being made are not listed.
        var wanted = status is not { Length: > 0 } || status.SelectMany(static words => words.Split(',')).Contains(Completed);
        var total = wanted ? await chunks.CountAsync(row.WorkspaceId, row.Id, filter, cancellationToken) : 0;
        var shown = wanted
            ? await maker.OfAsync(
                row, await chunks.PageAsync(row.WorkspaceId, row.Id, filter, offset, limit, cancellationToken), cancellationToken)
            : [];
        return TypedResults.Ok(new SegmentList(
            shown,
            SegmentMaker.FormOf(row, knowledgeBase),
            total,
            offset + shown.Count < total,
            limit,
            page.Number()));
    }

    private static async Task<Ok<SegmentAnswer>> GetAsync(
        Guid dataset,
        Guid document,
        Guid segment,
        DatasetCaller caller,
        KnowledgeBaseAccess access,
        DocumentService documents,
        ChunkService service,
        SegmentMaker maker,
        CancellationToken cancellationToken)
    {
        var knowledgeBase = await access.OpenAsync(caller.Caller, dataset, AccessLevel.Use, cancellationToken);
        var row = await documents.OpenAsync(caller.Caller, dataset, document, AccessLevel.Use, cancellationToken);
        var chunk = await service.GetAsync(caller.Caller, dataset, document, segment, cancellationToken);
        return TypedResults.Ok(new SegmentAnswer(
            (await maker.OfAsync(row, [chunk], cancellationToken))[0], SegmentMaker.FormOf(row, knowledgeBase)));
    }

    private static async Task<Ok<SegmentAnswer>> EditAsync(
        Guid dataset, Guid document, Guid segment, EditSegment? body, SegmentWriter writer, CancellationToken cancellationToken)
        => TypedResults.Ok(await writer.EditAsync(dataset, document, segment, body ?? new EditSegment(), cancellationToken));

    private static async Task<NoContent> DeleteAsync(
        Guid dataset, Guid document, Guid segment, DatasetCaller caller, ChunkService service, CancellationToken cancellationToken)
    {
        await service.DeleteAsync(caller.Caller, dataset, document, segment, cancellationToken);
        return TypedResults.NoContent();
    }
}
