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

    /// <summary>Whether a rerank model orders the result.</summary>
    public bool Rerank { get; init; }

    /// <summary><c>provider/model</c>; null for the workspace's default.</summary>
    [StringLength(200)]
    public string? RerankModel { get; init; }
}
