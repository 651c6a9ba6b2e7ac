using Middeck.Storage.Sql;

namespace Middeck.Knowledge.Bases;

/// <summary>A row of <c>knowledge.base</c>.</summary>
internal sealed record KnowledgeBaseRow(
    Guid Id,
    Guid WorkspaceId,
    string Name,
    string Description,
    IndexingMethod Indexing,
    ChunkingSettings Chunking,
    string? EmbeddingModel,
    RetrievalSettings Retrieval,
    long Revision,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt)
{
    /// <summary>How files are read.</summary>
    public ReadingSettings Reading { get; init; } = new();

    /// <summary>What a model adds to chunks.</summary>
    public EnrichmentSettings Enrichment { get; init; } = new();

    /// <summary>The model whose vectors are being made beside the present ones.</summary>
    public string? NextEmbeddingModel { get; init; }

    /// <summary>How far they are.</summary>
    public long ReembeddingDone { get; init; }

    public long ReembeddingTotal { get; init; }

    /// <summary>Why the last change of the model was given up.</summary>
    public string? ReembeddingError { get; init; }

    public Guid? ReembeddingJob { get; init; }

    /// <summary>Set when the vectors were removed because nobody searched.</summary>
    public DateTimeOffset? VectorsRemovedAt { get; init; }

    public static SqlText Columns => SqlText.Of(
        $"""
        base.id, base.workspace_id, base.name, base.description, base.indexing, base.chunking, base.embedding_model,
        base.retrieval, base.revision, base.created_at, base.updated_at, base.reading, base.enrichment,
        base.next_embedding_model, base.reembedding_done, base.reembedding_total, base.reembedding_error,
        base.reembedding_job, base.vectors_removed_at
        """);

    public static KnowledgeBaseRow From(Row row) => new(
        row.Get<Guid>("id"),
        row.Get<Guid>("workspace_id"),
        row.Get<string>("name"),
        row.Get<string>("description"),
        row.Word<IndexingMethod>("indexing"),
        row.Json<ChunkingSettings>("chunking")!,
        row.Get<string?>("embedding_model"),
        row.Json<RetrievalSettings>("retrieval")!,
        row.Get<long>("revision"),
        row.Get<DateTimeOffset>("created_at"),
        row.Get<DateTimeOffset>("updated_at"))
    {
        Reading = row.Json<ReadingSettings>("reading")!,
        Enrichment = row.Json<EnrichmentSettings>("enrichment")!,
        NextEmbeddingModel = row.Get<string?>("next_embedding_model"),
        ReembeddingDone = row.Get<long>("reembedding_done"),
        ReembeddingTotal = row.Get<long>("reembedding_total"),
        ReembeddingError = row.Get<string?>("reembedding_error"),
        ReembeddingJob = row.Get<Guid?>("reembedding_job"),
        VectorsRemovedAt = row.Get<DateTimeOffset?>("vectors_removed_at"),
    };
}
