using System.ComponentModel.DataAnnotations;

namespace Middeck.Knowledge.Bases;

/// <summary>Changes a knowledge base; what is null stays.</summary>
public sealed record UpdateKnowledgeBase
{
    /// <summary>For people, 1 to 100 characters.</summary>
    [StringLength(100, MinimumLength = 1)]
    public string? Name { get; init; }

    /// <summary>For people and for models that choose a base.</summary>
    [StringLength(2000)]
    public string? Description { get; init; }

    /// <summary>How documents that come from now on are cut.</summary>
    public ChunkingSettings? Chunking { get; init; }

    /// <summary><c>high_quality</c> gives an economy base vectors; the other way is refused.</summary>
    public IndexingMethod? Indexing { get; init; }

    /// <summary><c>provider/model</c>. Where there are documents, its vectors are made beside the present ones and then take over.</summary>
    [StringLength(200)]
    public string? EmbeddingModel { get; init; }

    /// <summary>How it is searched.</summary>
    public RetrievalSettings? Retrieval { get; init; }

    /// <summary>How files that come from now on are read.</summary>
    public ReadingSettings? Reading { get; init; }

    /// <summary>What a model adds to chunks of documents that come from now on.</summary>
    public EnrichmentSettings? Enrichment { get; init; }
}
