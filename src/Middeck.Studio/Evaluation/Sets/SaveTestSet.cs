using System.ComponentModel.DataAnnotations;
using Middeck.Studio.Evaluation.Judges;

namespace Middeck.Studio.Evaluation.Sets;

/// <summary>Makes or changes a test set.</summary>
public sealed record SaveTestSet
{
    /// <summary>For people.</summary>
    [Required, StringLength(100, MinimumLength = 1)]
    public string Name { get; init; } = "";

    /// <summary>For people.</summary>
    [StringLength(2_000)]
    public string Description { get; init; } = "";

    /// <summary>How answers are judged besides by the rules of their cases.</summary>
    public JudgeSettings Judges { get; init; } = new();
}
