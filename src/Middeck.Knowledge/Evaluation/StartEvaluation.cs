using System.ComponentModel.DataAnnotations;

namespace Middeck.Knowledge.Evaluation;

/// <summary>Asks for a run over all cases, once for each choice of settings.</summary>
public sealed record StartEvaluation
{
    /// <summary>1 to 6 choices to be compared side by side; left out for the base's own settings.</summary>
    [MinLength(1)]
    [MaxLength(6)]
    public IReadOnlyList<EvaluationSettings>? Variants { get; init; }
}
