using System.ComponentModel.DataAnnotations;

namespace Middeck.Knowledge.Retrieval;

/// <summary>Asks for passages of a base; what is null is as the base's settings say.</summary>
public sealed record RetrieveRequest
{
    /// <summary>The question, 1 to 4,000 characters.</summary>
    [Required]
    [StringLength(4000, MinimumLength = 1)]
    public string Query { get; init; } = "";

    /// <summary>How many passages.</summary>
    [Range(1, 100)]
    public int? TopK { get; init; }

    /// <summary>How they are found.</summary>
    public SearchMethod? SearchMethod { get; init; }

    /// <summary>Passages below it are left out.</summary>
    [Range(0d, 1d)]
    public double? ScoreThreshold { get; init; }

    /// <summary>Whether a rerank model orders the result.</summary>
    public bool? Rerank { get; init; }
}
