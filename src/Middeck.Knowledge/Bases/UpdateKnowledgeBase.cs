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

    /// <summary><c>provider/model</c>; only while the base is empty.</summary>
    [StringLength(200)]
    public string? EmbeddingModel { get; init; }

    /// <summary>How it is searched.</summary>
    public RetrievalSettings? Retrieval { get; init; }
}
