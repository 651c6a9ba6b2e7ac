using Middeck.Knowledge.Bases;
using Middeck.Knowledge.Documents;
using Middeck.Knowledge.Metadata;
using Middeck.Knowledge.ServiceApi.Datasets;
using Middeck.Knowledge.ServiceApi.Documents.Rules;
using Middeck.Storage.Sql;

namespace Middeck.Knowledge.ServiceApi.Documents;

/// <summary>Makes Dify's documents of rows.</summary>
internal sealed class DatasetDocuments(DatasetDocumentStore store, DatasetStore datasets)
{
    // Dify tells documents of its console from those of its API; here both come the same way.
    private const string CreatedFrom = "api";
    private const string BuiltIn = "built-in";

    public async Task<IReadOnlyList<DatasetDocument>> OfAsync(
        KnowledgeBaseRow dataset, IReadOnlyList<DocumentRow> rows, CancellationToken cancellationToken)
    {
        var numbers = await store.NumbersAsync(dataset.Id, [.. rows.Select(static row => row.Id)], cancellationToken);
        DatasetField[] fields = [.. (await datasets.FieldsAsync([dataset.Id], cancellationToken))[dataset.Id]];

        // What was deleted between the two readings is left out.
        return [.. rows.Where(row => numbers.ContainsKey(row.Id)).Select(row => Of(dataset, row, numbers[row.Id], fields))];
    }

    public async Task<DatasetDocument> OfAsync(
        KnowledgeBaseRow dataset, DocumentRow row, CancellationToken cancellationToken)
        => await OfAsync(dataset, [row], cancellationToken) is [var document] ? document : throw KnowledgeFaults.NoDocument();

    public async Task<DocumentDetail> DetailAsync(
        KnowledgeBaseRow dataset, DocumentRow row, CancellationToken cancellationToken)
    {
        var document = await OfAsync(dataset, row, cancellationToken);
        return new DocumentDetail(
            document,
            ProcessRuleMap.Of(dataset.Chunking),
            ProcessRuleMap.Of(row.Chunking ?? row.ChunkedWith ?? dataset.Chunking))
        {
            DocLanguage = (row.Chunking ?? dataset.Chunking).QaLanguage,
            CompletedAt = EpochSeconds.Of(row.CompletedAt),
            UpdatedAt = row.UpdatedAt.ToUnixTimeSeconds(),
            IndexingLatency = (row.CompletedAt - row.ProcessingStartedAt)?.TotalSeconds,
            SegmentCount = row.ChunkCount,
            AverageSegmentLength = row.ChunkCount == 0 ? 0 : row.CharacterCount / row.ChunkCount,
        };
    }

    private static DatasetDocument Of(
        KnowledgeBaseRow dataset, DocumentRow row, DocumentNumbers numbers, IReadOnlyList<DatasetField> fields) => new()
        {
            Id = row.Id,
            Position = numbers.Position,
            DataSourceType = row.Origin == DocumentOrigin.Web ? "website_crawl" : "upload_file",
            DataSourceInfo = new FileReference(row.Id),
            DataSourceDetailDict = new FileDetails(new UploadedFileInfo(
                row.Id, row.Name, row.Size, row.Extension, row.MimeType, row.FileBy, row.FileAt.ToUnixTimeSeconds())),
            DatasetProcessRuleId = row.Chunking is null ? dataset.Id : row.Id,
            Name = row.Name,
            CreatedFrom = CreatedFrom,
            CreatedBy = row.CreatedBy,
            CreatedAt = row.CreatedAt.ToUnixTimeSeconds(),
            Tokens = numbers.Tokens,
            IndexingStatus = DocumentWords.Status(row),
            Error = DocumentWords.Error(row),
            Enabled = row.Enabled,
            Archived = row.Archived,
            DisplayStatus = DocumentWords.Display(row),
            WordCount = row.CharacterCount,
            HitCount = row.HitCount,
            DocForm = DocForms.Of((row.Chunking ?? row.ChunkedWith ?? dataset.Chunking).Mode),
            DocMetadata = [.. Fields(dataset, row, numbers, fields)],
            NeedSummary = dataset.Enrichment.Summary,
        };

    private static IEnumerable<DocumentField> Fields(
        KnowledgeBaseRow dataset, DocumentRow row, DocumentNumbers numbers, IReadOnlyList<DatasetField> fields)
    {
        var own = fields.Where(field => numbers.Metadata.ContainsKey(field.Id))
            .Select(field => new DocumentField(field.Id, field.Name, field.Type, numbers.Metadata[field.Id]));
        return dataset.BuiltInMetadata
            ? own.Concat(BuiltInField.All.Select(field => new DocumentField(
                BuiltIn, field.Name, SnakeCase.Of(field.Type.ToString()), DocumentMetadata.BuiltIn(field, row))))
            : own;
    }
}
