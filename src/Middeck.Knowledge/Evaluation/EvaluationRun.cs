using Middeck.Knowledge.Bases;

namespace Middeck.Knowledge.Evaluation;

/// <summary>One run over all cases of a base with one choice of settings.</summary>
internal sealed record EvaluationRun(
    Guid Id,
    Guid WorkspaceId,
    Guid BaseId,
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
    Guid? CreatedBy,
    DateTimeOffset CreatedAt,
    DateTimeOffset? FinishedAt);
