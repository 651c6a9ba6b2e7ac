using Middeck.Knowledge.Bases;

namespace Middeck.Knowledge.Evaluation;

/// <summary>An evaluation as others see it.</summary>
/// <param name="Id">The key.</param>
/// <param name="Label">For people.</param>
/// <param name="Reason">What asked for it.</param>
/// <param name="Settings">How it searched.</param>
/// <param name="OwnSettings">Whether these were the base's own settings.</param>
/// <param name="State">Where it stands.</param>
/// <param name="CaseCount">How many cases it runs over.</param>
/// <param name="Metrics">Null until it is completed.</param>
/// <param name="Comparison">Against the completed run with the base's own settings before it; null when there is none.</param>
/// <param name="Error">One sentence; null unless it failed.</param>
/// <param name="JobId">The job that runs it.</param>
/// <param name="CreatedAt">When it was asked for.</param>
/// <param name="FinishedAt">When it ended.</param>
internal sealed record EvaluationSummary(
    Guid Id,
    string Label,
    EvaluationReason Reason,
    RetrievalSettings Settings,
    bool OwnSettings,
    EvaluationState State,
    int CaseCount,
    RankingMetrics? Metrics,
    EvaluationComparison? Comparison,
    string? Error,
    Guid? JobId,
    DateTimeOffset CreatedAt,
    DateTimeOffset? FinishedAt)
{
    public static EvaluationSummary From(EvaluationRun run) => new(
        run.Id, run.Label, run.Reason, run.Settings, run.OwnSettings, run.State, run.CaseCount, run.Metrics,
        run.Comparison, run.Error, run.JobId, run.CreatedAt, run.FinishedAt);
}
