using Middeck.Http.Dialects.Dify;
using Middeck.Identity.Access;
using Middeck.Knowledge.Bases;
using Middeck.Knowledge.Chunks;
using Middeck.Knowledge.Documents;
using Middeck.Knowledge.Previews;
using Middeck.Knowledge.ServiceApi.Documents;
using Middeck.Knowledge.ServiceApi.Segments;

namespace Middeck.Knowledge.ServiceApi.Retrieval;

/// <summary>Searches a dataset and shows what was found as Dify does.</summary>
internal sealed class DatasetRetrieval(
    DatasetCaller caller,
    KnowledgeBaseAccess access,
    RetrievalModels models,
    IKnowledgeSearch search,
    ChunkStore chunks,
    BatchStore documents,
    DatasetDocuments shown)
{
    public async Task<object> FindAsync(Guid datasetId, RetrieveInput body, CancellationToken cancellationToken)
    {
        var dataset = await access.OpenAsync(caller.Caller, datasetId, AccessLevel.Use, cancellationToken);
        var query = string.IsNullOrWhiteSpace(body.Query) ? throw DifyFaults.Missing("query") : body.Query;
        if (body.AttachmentIds is { Count: > 0 })
        {
            throw DifyFaults.Invalid("attachment_ids", "Attachments of questions are not enabled.");
        }

        var hits = await search.SearchAsync(await RequestAsync(dataset, query, body, cancellationToken), cancellationToken);
        return dataset.IsExternal
            ? new ExternalRecords(
                new RetrievedQuery(query),
                [.. hits.Select(static hit => new ExternalFound(hit.Content, hit.DocumentName, hit.Score, hit.ExternalMetadata))])
            : new RetrievedRecords(new RetrievedQuery(query), await RecordsAsync(dataset, hits, cancellationToken));
    }

    private async Task<SearchRequest> RequestAsync(
        KnowledgeBaseRow dataset, string query, RetrieveInput body, CancellationToken cancellationToken)
    {
        var settings = body.RetrievalModel is { } model
            ? await models.ReadAsync(dataset.WorkspaceId, model, dataset.Retrieval, cancellationToken)
            : dataset.Retrieval;
        if (body.ExternalRetrievalModel is { } external && dataset.IsExternal)
        {
            settings = SettingsCheck.Passed(
                settings with
                {
                    TopK = external.TopK ?? settings.TopK,
                    ScoreThreshold = external.ScoreThresholdEnabled == true ? external.ScoreThreshold ?? 0 : null,
                },
                "external_retrieval_model");
        }

        return new SearchRequest(
            KnowledgeCalls.By(caller.Caller),
            [dataset.Id],
            query,
            settings.TopK,
            settings.Method,
            settings.ScoreThreshold ?? 0,
            settings.Rerank)
        {
            RerankingMode = settings.RerankingMode,
            RerankModel = settings.RerankModel,
            Weights = settings.Weights,
            Filters = settings.Filters,
        };
    }

    private async Task<IReadOnlyList<RetrievedRecord>> RecordsAsync(
        KnowledgeBaseRow dataset, IReadOnlyList<SearchHit> hits, CancellationToken cancellationToken)
    {
        var found = await chunks.FindAllAsync(
            dataset.WorkspaceId, [.. hits.Select(static hit => hit.ChunkId)], cancellationToken);
        var rows = await documents.FindAsync(
            dataset.WorkspaceId, dataset.Id, [.. hits.Select(static hit => hit.DocumentId).Distinct()], cancellationToken);
        var around = (await shown.OfAsync(dataset, rows, cancellationToken)).ToDictionary(static document => document.Id);

        // What was deleted since it was found is left out.
        return
        [
            .. hits.Where(hit => found.ContainsKey(hit.ChunkId) && around.ContainsKey(hit.DocumentId))
                .Select(hit => RecordOf(hit, found[hit.ChunkId], around[hit.DocumentId])),
        ];
    }

    private static RetrievedRecord RecordOf(SearchHit hit, Chunk chunk, DatasetDocument document)
    {
        var segment = SegmentMaker.Of(hit.DocumentId, chunk, []);
        return new RetrievedRecord(
            RetrievedSegment.Of(
                segment,
                new SegmentDocument(
                    document.Id,
                    document.DataSourceType,
                    document.Name,
                    DocType: null,
                    document.DocMetadata.ToDictionary(static field => field.Name, static field => field.Value))),
            [.. hit.ChildChunks.Select(static child => new RetrievedChild(child.Id, child.Content, child.Position, child.Score))],
            hit.Score,
            chunk.Summary);
    }
}
