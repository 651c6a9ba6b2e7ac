using Middeck.Jobs;
using Middeck.Studio.Evaluation.Judges;

namespace Middeck.Studio.Evaluation.Runs;

/// <summary>One run of an app over a test set.</summary>
/// <param name="Id">The key.</param>
/// <param name="SetId">The test set.</param>
/// <param name="SetName">What it is called.</param>
/// <param name="Version">The version that is asked; null for the draft.</param>
/// <param name="DraftRevision">The draft's revision; null for a version.</param>
/// <param name="Judges">How answers are judged besides by rules.</param>
/// <param name="State">Where it stands.</param>
/// <param name="CaseCount">How many questions.</param>
/// <param name="Figures">What came out until now.</param>
/// <param name="Error">One sentence; null unless it failed.</param>
/// <param name="JobId">The job that asks.</param>
/// <param name="CreatedBy">Who started it.</param>
/// <param name="CreatedAt">When.</param>
/// <param name="FinishedAt">When it ended.</param>
internal sealed record AppEvaluation(
    Guid Id,
    Guid SetId,
    string SetName,
    int? Version,
    int? DraftRevision,
    JudgeSettings Judges,
    JobState State,
    int CaseCount,
    EvaluationFigures Figures,
    string? Error,
    Guid? JobId,
    Guid? CreatedBy,
    DateTimeOffset CreatedAt,
    DateTimeOffset? FinishedAt);
