using System.ComponentModel.DataAnnotations;

namespace Middeck.Studio.Evaluation.Runs;

/// <summary>Asks an app all questions of a test set.</summary>
public sealed record StartAppEvaluation
{
    /// <summary>The test set.</summary>
    public required Guid SetId { get; init; }

    /// <summary>The version that is asked; null for the draft as it is now.</summary>
    [Range(1, int.MaxValue)]
    public int? Version { get; init; }
}
