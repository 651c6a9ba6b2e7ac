using Middeck.Knowledge.Tags;
using Middeck.Knowledge.Usage;

namespace Middeck.Knowledge.Bases;

/// <summary>A knowledge base as others see it.</summary>
internal sealed record KnowledgeBase(
    Guid Id,
    string Name,
    string Description,
    IndexingMethod Indexing,
    ChunkingSettings Chunking,
    string? EmbeddingModel,
    RetrievalSettings Retrieval,
    ReadingSettings Reading,
    EnrichmentSettings Enrichment,
    Reembedding? Reembedding,
    long DocumentCount,
    long ChunkCount,
    long CharacterCount,
    long FailedCount,
    long ProcessingCount,
    Guid? ExternalApiId,
    string? ExternalKnowledgeId,
    SearchIn SearchIn,
    DateTimeOffset? LastSearchedAt,
    IReadOnlyList<TagName> Tags,
    int AppCount,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt)
{
    public static KnowledgeBase From(
        KnowledgeBaseRow row, KnowledgeBaseCounts counts, SearchIn searchIn, BaseLinks links) => new(
        row.Id,
        row.Name,
        row.Description,
        row.Indexing,
        row.Chunking,
        row.EmbeddingModel,
        row.Retrieval,
        row.Reading,
        row.Enrichment,
        Bases.Reembedding.Of(row),
        counts.Documents,
        counts.Chunks,
        counts.Characters,
        counts.Failed,
        counts.Processing,
        row.ExternalApiId,
        row.ExternalKnowledgeId,
        searchIn,
        row.LastSearchedAt,
        links.Tags,
        links.AppCount,
        row.CreatedAt,
        row.UpdatedAt);
}
