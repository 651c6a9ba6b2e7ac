using Middeck.Knowledge.Bases;

namespace Middeck.Knowledge.Transfer;

/// <summary>What <c>base.json</c> says.</summary>
internal sealed record ArchivedBase
{
    public string Format { get; init; } = "";

    public int Version { get; init; }

    public DateTimeOffset? ExportedAt { get; init; }

    public string Name { get; init; } = "";

    public string Description { get; init; } = "";

    public IndexingMethod Indexing { get; init; }

    public string? EmbeddingModel { get; init; }

    public ChunkingSettings Chunking { get; init; } = new();

    public RetrievalSettings Retrieval { get; init; } = new();

    public ReadingSettings Reading { get; init; } = new();

    public EnrichmentSettings Enrichment { get; init; } = new();

    public bool BuiltInMetadata { get; init; }

    public IReadOnlyList<ArchivedField> MetadataFields { get; init; } = [];

    public IReadOnlyList<string> Tags { get; init; } = [];
}
