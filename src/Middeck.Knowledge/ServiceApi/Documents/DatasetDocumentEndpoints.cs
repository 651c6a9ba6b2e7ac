using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Middeck.Identity.Access;
using Middeck.Knowledge.Bases;
using Middeck.Knowledge.Documents;

namespace Middeck.Knowledge.ServiceApi.Documents;

internal static class DatasetDocumentEndpoints
{
    public static void MapDatasetDocumentEndpoints(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/datasets/{dataset:guid}/documents");
        group.MapGet("", ListAsync).WithName("DifyListDocuments").WithSummary("List documents");
        group.MapGet("/{document:guid}", GetAsync).WithName("DifyGetDocument").WithSummary("Read a document")
            .Produces<DocumentDetail>().Produces<DocumentMetadataOnly>();
        group.MapDelete("/{document:guid}", DeleteAsync).WithName("DifyDeleteDocument").WithSummary("Delete a document");
        group.MapGet("/{document:guid}/download", DownloadAsync).WithName("DifyDownloadDocument")
            .WithSummary("An address that opens the original for ten minutes");
        group.MapGet("/{batch}/indexing-status", StatusAsync).WithName("DifyGetIndexingStatus")
            .WithSummary("How far a document is");
    }

    private static async Task<Ok<DatasetList<DatasetDocument>>> ListAsync(
        Guid dataset,
        [AsParameters] DatasetPage page,
        string? keyword,
        string? status,
        DatasetCaller caller,
        KnowledgeBaseAccess access,
        DatasetDocumentStore store,
        DatasetDocuments documents,
        CancellationToken cancellationToken)
    {
        var row = await access.OpenAsync(caller.Caller, dataset, AccessLevel.Use, cancellationToken);
        var (rows, total) = await store.PageAsync(
            row.WorkspaceId,
            row.Id,
            string.IsNullOrEmpty(keyword) ? null : keyword,
            DocumentWords.Shown(status),
            page.Offset(),
            page.Limit(),
            cancellationToken);
        return TypedResults.Ok(page.Of(await documents.OfAsync(row, rows, cancellationToken), total));
    }

    private static async Task<IResult> GetAsync(
        Guid dataset,
        Guid document,
        string? metadata,
        DatasetCaller caller,
        KnowledgeBaseAccess access,
        DocumentService service,
        DatasetDocuments documents,
        CancellationToken cancellationToken)
    {
        var row = await service.OpenAsync(caller.Caller, dataset, document, AccessLevel.Use, cancellationToken);
        var detail = await documents.DetailAsync(
            await access.OpenAsync(caller.Caller, dataset, AccessLevel.Use, cancellationToken), row, cancellationToken);
        return metadata switch
        {
            null or "" or "all" => TypedResults.Ok(detail),
            "only" => TypedResults.Ok(new DocumentMetadataOnly(detail.Id, detail.DocType, detail.DocMetadata)),
            "without" => TypedResults.Ok(DocumentWithoutMetadata.Of(detail)),
            _ => throw DatasetFaults.InvalidMetadata(),
        };
    }

    private static async Task<NoContent> DeleteAsync(
        Guid dataset, Guid document, DatasetCaller caller, DocumentService service, CancellationToken cancellationToken)
    {
        var row = await service.OpenAsync(caller.Caller, dataset, document, AccessLevel.Edit, cancellationToken);
        if (row.Archived)
        {
            throw DatasetFaults.ArchivedDocument();
        }

        await service.DeleteAsync(caller.Caller, dataset, document, cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<Ok<DownloadUrl>> DownloadAsync(
        Guid dataset,
        Guid document,
        DatasetCaller caller,
        DocumentService service,
        HttpRequest request,
        CancellationToken cancellationToken)
    {
        var path = await service.DownloadUrlAsync(caller.Caller, dataset, document, cancellationToken);

        // Dify's address is a whole one: a program has no page that a path would count from.
        return TypedResults.Ok(new DownloadUrl($"{request.Scheme}://{request.Host}{path}"));
    }

    private static async Task<Ok<IndexingStates>> StatusAsync(
        Guid dataset,
        string batch,
        DatasetCaller caller,
        DocumentService service,
        DatasetDocumentStore store,
        CancellationToken cancellationToken)
    {
        var row = await service.OpenAsync(
            caller.Caller,
            dataset,
            Guid.TryParse(batch, out var id) ? id : Guid.Empty,
            AccessLevel.Use,
            cancellationToken);
        var (total, completed) = await store.SegmentsAsync(row.Id, cancellationToken);
        return TypedResults.Ok(new IndexingStates(
        [
            new IndexingState(
                row.Id,
                DocumentWords.Status(row),
                EpochSeconds.Of(row.ProcessingStartedAt),
                EpochSeconds.Of(row.ParsedAt),
                EpochSeconds.Of(row.CleanedAt),
                EpochSeconds.Of(row.SplitAt),
                EpochSeconds.Of(row.CompletedAt),
                EpochSeconds.Of(row.PausedAt),
                DocumentWords.Error(row),
                StoppedAt: row.Status == DocumentStatus.Cancelled ? EpochSeconds.Of(row.UpdatedAt) : null,
                completed,
                total),
        ]));
    }
}
