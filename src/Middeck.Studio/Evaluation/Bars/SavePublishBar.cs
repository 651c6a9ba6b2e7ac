using System.ComponentModel.DataAnnotations;

namespace Middeck.Studio.Evaluation.Bars;

/// <summary>Sets what an app has to reach before it is published.</summary>
public sealed record SavePublishBar
{
    /// <summary>The test set that counts.</summary>
    public required Guid SetId { get; init; }

    /// <summary>The share of its cases that have to pass, 0 to 1.</summary>
    [Range(0.0, 1.0)]
    public double Passed { get; init; } = 1;

    /// <summary>The mean nearness to the expected answers, 0 to 1; null when it does not count.</summary>
    [Range(0.0, 1.0)]
    public double? Similarity { get; init; }

    /// <summary>The model's mean grade, as 0 to 1 for 1 to 5; null when it does not count.</summary>
    [Range(0.0, 1.0)]
    public double? Model { get; init; }
}
