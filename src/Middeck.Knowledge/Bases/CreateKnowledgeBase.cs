using System.ComponentModel.DataAnnotations;

namespace Middeck.Knowledge.Bases;

/// <summary>Asks for a knowledge base.</summary>
public sealed record CreateKnowledgeBase
{
    /// <summary>For people, 1 to 100 characters.</summary>
    [Required]
    [StringLength(100, MinimumLength = 1)]
    public string Name { get; init; } = "";

    /// <summary>For people and for models that choose a base.</summary>
    [StringLength(2000)]
    public string? Description { get; init; }

    /// <summary>What it can be searched by.</summary>
    public IndexingMethod Indexing { get; init; } = IndexingMethod.HighQuality;

    /// <summary>How documents are cut; null for the defaults.</summary>
    public ChunkingSettings? Chunking { get; init; }

    /// <summary><c>provider/model</c>; null for the workspace's default at this moment.</summary>
    [StringLength(200)]
    public string? EmbeddingModel { get; init; }

    /// <summary>How it is searched; null for the defaults.</summary>
    public RetrievalSettings? Retrieval { get; init; }

    /// <summary>How files are read; null for the defaults.</summary>
    public ReadingSettings? Reading { get; init; }

    /// <summary>What a model adds to chunks; null for nothing.</summary>
    public EnrichmentSettings? Enrichment { get; init; }
}
