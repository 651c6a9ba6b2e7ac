using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Middeck.Http.Dialects.Dify;
using Middeck.Knowledge.Chunks;
using Middeck.Knowledge.Indexing;

namespace Middeck.Knowledge.ServiceApi.Segments;

internal static class ChildSegmentEndpoints
{
    public static void MapChildSegmentEndpoints(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/datasets/{dataset:guid}/documents/{document:guid}/segments/{segment:guid}/child_chunks");
        group.MapPost("", AddAsync).WithName("DifyAddChildChunk").WithSummary("Add a part to a chunk");
        group.MapGet("", ListAsync).WithName("DifyListChildChunks").WithSummary("List the parts of a chunk");
        group.MapPatch("/{child:guid}", EditAsync).WithName("DifyUpdateChildChunk").WithSummary("Change a part");
        group.MapDelete("/{child:guid}", DeleteAsync).WithName("DifyDeleteChildChunk").WithSummary("Delete a part");
    }

    private static async Task<Ok<ChildSegmentAnswer>> AddAsync(
        Guid dataset,
        Guid document,
        Guid segment,
        ChildInput? body,
        DatasetCaller caller,
        ChildService service,
        CancellationToken cancellationToken)
        => TypedResults.Ok(new ChildSegmentAnswer(ChildSegment.Of(await service.AddAsync(
            caller.Caller, dataset, document, segment, Text(body), cancellationToken))));

    private static async Task<Ok<ChildSegmentList>> ListAsync(
        Guid dataset,
        Guid document,
        Guid segment,
        [AsParameters] DatasetPage page,
        string? keyword,
        DatasetCaller caller,
        ChildService service,
        CancellationToken cancellationToken)
    {
        var (offset, limit) = (page.Offset(), page.Limit());
        var all = await service.ListAsync(caller.Caller, dataset, document, segment, cancellationToken);
        var fit = all
            .Where(child => child.Kind == ChildKind.Child
                && (string.IsNullOrEmpty(keyword) || child.Content.Contains(keyword, StringComparison.OrdinalIgnoreCase)))
            .ToList();
        return TypedResults.Ok(new ChildSegmentList(
            [.. fit.Skip(offset).Take(limit).Select(ChildSegment.Of)],
            fit.Count,
            (fit.Count + limit - 1) / limit,
            page.Number(),
            limit));
    }

    private static async Task<Ok<ChildSegmentAnswer>> EditAsync(
        Guid dataset,
        Guid document,
        Guid segment,
        Guid child,
        ChildInput? body,
        DatasetCaller caller,
        ChildService service,
        CancellationToken cancellationToken)
        => TypedResults.Ok(new ChildSegmentAnswer(ChildSegment.Of(await service.EditAsync(
            caller.Caller, dataset, document, segment, child, Text(body), cancellationToken))));

    private static async Task<NoContent> DeleteAsync(
        Guid dataset,
        Guid document,
        Guid segment,
        Guid child,
        DatasetCaller caller,
        ChildService service,
        CancellationToken cancellationToken)
    {
        await service.DeleteAsync(caller.Caller, dataset, document, segment, child, cancellationToken);
        return TypedResults.NoContent();
    }

    private static WriteChild Text(ChildInput? body)
        => new() { Content = body?.Content ?? throw DifyFaults.Missing("content") };
}
