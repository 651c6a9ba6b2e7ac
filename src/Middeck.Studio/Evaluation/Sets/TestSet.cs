using Middeck.Studio.Evaluation.Judges;

namespace Middeck.Studio.Evaluation.Sets;

/// <summary>Questions that an app is tried with.</summary>
/// <param name="Id">The key.</param>
/// <param name="Name">For people.</param>
/// <param name="Description">For people; may be empty.</param>
/// <param name="Judges">How answers are judged besides by the rules of their cases.</param>
/// <param name="CaseCount">How many questions.</param>
/// <param name="CasesChangedAt">When a case was last added, changed or removed.</param>
/// <param name="CreatedAt">When it was made.</param>
/// <param name="UpdatedAt">When it was last changed, but for its cases.</param>
internal sealed record TestSet(
    Guid Id,
    string Name,
    string Description,
    JudgeSettings Judges,
    int CaseCount,
    DateTimeOffset CasesChangedAt,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt);
