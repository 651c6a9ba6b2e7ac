using Middeck.Storage.Sql;

namespace Middeck.Studio.Memory;

/// <summary>A row of <c>studio.memory_fact</c>.</summary>
internal sealed record MemoryFactRow(
    Guid Id,
    string Text,
    Guid? SourceMessageId,
    float[]? Embedding,
    string? EmbeddingKey,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt)
{
    public static MemoryFactRow From(Row row) => new(
        row.Get<Guid>("id"),
        row.Get<string>("text"),
        row.Get<Guid?>("source_message_id"),
        row.Get<float[]?>("embedding"),
        row.Get<string?>("embedding_key"),
        row.Get<DateTimeOffset>("created_at"),
        row.Get<DateTimeOffset>("updated_at"));
}
