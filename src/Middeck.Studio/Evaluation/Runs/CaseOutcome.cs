using Middeck.Studio.Chat;
using Middeck.Studio.Evaluation.Judges;

namespace Middeck.Studio.Evaluation.Runs;

/// <summary>What came of asking a case.</summary>
/// <param name="State">Done or failed.</param>
/// <param name="Answer">What was answered; null for nothing.</param>
/// <param name="Error">Why there is no answer, or no judgement.</param>
/// <param name="Verdicts">What the judges say.</param>
/// <param name="Usage">What the answer used; null for nothing.</param>
/// <param name="Model">The model that answered.</param>
/// <param name="MessageId">Under which it is kept; null when it was refused.</param>
internal sealed record CaseOutcome(
    CaseState State,
    string? Answer,
    string? Error,
    IReadOnlyList<Verdict> Verdicts,
    RunUsage? Usage,
    string? Model,
    Guid? MessageId)
{
    /// <summary>Null when no judge had anything to say.</summary>
    public bool? Passed => State == CaseState.Failed ? false
        : Verdicts.Count == 0 ? null
        : Verdicts.All(verdict => verdict.Passed);

    public double? Score => State == CaseState.Failed ? 0
        : Verdicts.Count == 0 ? null
        : Math.Round(Verdicts.Average(verdict => verdict.Score), 4);

    public double? ScoreOf(JudgeKind judge)
        => Verdicts.Where(verdict => verdict.Judge == judge).Select(verdict => (double?)verdict.Score).FirstOrDefault();

    public static CaseOutcome Refused(string error, Guid? messageId = null)
        => new(CaseState.Failed, null, error, [], null, null, messageId);
}
