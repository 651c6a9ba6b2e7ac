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
    public static SqlText Columns => SqlText.Of(
        $"""
        base.id, base.workspace_id, base.name, base.description, base.indexing, base.chunking, base.embedding_model,
        base.retrieval, base.revision, base.created_at, base.updated_at
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
        row.Get<DateTimeOffset>("updated_at"));
}
