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
    /// <summary>Whether the built-in fields can be filtered by.</summary>
    public bool BuiltInMetadata { get; init; }

    /// <summary>Whose API the passages come from; null for the base's own documents.</summary>
    public Guid? ExternalApiId { get; init; }

    /// <summary>What that API calls the knowledge.</summary>
    public string? ExternalKnowledgeId { get; init; }

    public DateTimeOffset? LastSearchedAt { get; init; }

    /// <summary>Whether its words are kept in PostgreSQL, because it has outgrown the memory.</summary>
    public bool IsInDatabase { get; init; }

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

    public bool IsExternal => ExternalApiId is not null;

    public static SqlText Columns => SqlText.Of(
        $"""
        base.id, base.workspace_id, base.name, base.description, base.indexing, base.chunking, base.embedding_model,
        base.retrieval, base.revision, base.created_at, base.updated_at, base.built_in_metadata, base.external_api_id,
        base.external_knowledge_id, base.last_searched_at, base.reading, base.enrichment,
        base.next_embedding_model, base.reembedding_done, base.reembedding_total, base.reembedding_error,
        base.reembedding_job, base.vectors_removed_at,
        EXISTS (SELECT FROM knowledge.backend_state
                WHERE backend_state.base_id = base.id AND backend_state.backend = 'database') AS is_in_database
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
        BuiltInMetadata = row.Get<bool>("built_in_metadata"),
        ExternalApiId = row.Get<Guid?>("external_api_id"),
        ExternalKnowledgeId = row.Get<string?>("external_knowledge_id"),
        LastSearchedAt = row.Get<DateTimeOffset?>("last_searched_at"),
        IsInDatabase = row.Get<bool>("is_in_database"),
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
