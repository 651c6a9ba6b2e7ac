using System.ComponentModel.DataAnnotations;

namespace Middeck.Studio.Evaluation.Judges;

/// <summary>Compares answers with the expected ones by their meaning.</summary>
public sealed record SimilaritySettings
{
    /// <summary>The cosine from which on an answer passes, 0 to 1.</summary>
    [Range(0.0, 1.0)]
    public double Threshold { get; init; } = 0.7;

    /// <summary><c>provider/model</c>; null for the workspace's default.</summary>
    [StringLength(1_000)]
    public string? EmbeddingModel { get; init; }
}
