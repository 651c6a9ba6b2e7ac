using System.ComponentModel.DataAnnotations;

namespace Middeck.Knowledge.Bases;

/// <summary>How a base is searched when the search does not say so itself.</summary>
public sealed record RetrievalSettings
{
    /// <summary>How passages are found.</summary>
    public SearchMethod Method { get; init; } = SearchMethod.HybridSearch;

    /// <summary>How many passages, 1 to 100.</summary>
    [Range(1, 100)]
    public int TopK { get; init; } = 4;

    /// <summary>Passages below it are left out, 0 to 1; null for none.</summary>
    [Range(0d, 1d)]
    public double? ScoreThreshold { get; init; }

    /// <summary>How what words and meaning found becomes one list.</summary>
    public RerankingMode RerankingMode { get; init; } = RerankingMode.ReciprocalRankFusion;

    /// <summary>What counts how much when the mode is <c>weighted_score</c>; null for 0.7 meaning and 0.3 words.</summary>
    public HybridWeights? Weights { get; init; }

    /// <summary>Whether a rerank model orders the result, whatever the mode.</summary>
    public bool Rerank { get; init; }

    /// <summary><c>provider/model</c>; null for the workspace's default.</summary>
    [StringLength(200)]
    public string? RerankModel { get; init; }

    /// <summary>How many chunks before and after each passage come with it, 0 to 2.</summary>
    [Range(0, 2)]
    public int Neighbours { get; init; }

    /// <summary>Which documents are searched, by their metadata; null for all.</summary>
    public MetadataFilter? Filters { get; init; }

    /// <summary>Whether a chat model puts the question into better words first; null for no.</summary>
    public QueryRewriting? Rewriting { get; init; }
}
