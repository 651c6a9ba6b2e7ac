namespace Middeck.Studio.Evaluation.Runs;

/// <summary>A case that both of two runs asked.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Question">What was asked in the later one.</param>
/// <param name="Change">How it moved.</param>
/// <param name="Before">In the earlier run.</param>
/// <param name="After">In the later run.</param>
internal sealed record ComparedCase(
    Guid CaseId, string Question, CaseChangeKind Change, AppCaseResult Before, AppCaseResult After)
{
    // Less is noise of the judges.
    private const double Step = 0.05;

    public static ComparedCase Of(AppCaseResult before, AppCaseResult after)
        => new(after.CaseId, after.Question, ChangeOf(before, after), before, after);

    private static CaseChangeKind ChangeOf(AppCaseResult before, AppCaseResult after)
    {
        if (before.Passed != after.Passed && before.Passed is not null && after.Passed is not null)
        {
            return after.Passed.Value ? CaseChangeKind.Better : CaseChangeKind.Worse;
        }

        return (after.Score - before.Score) switch
        {
            >= Step => CaseChangeKind.Better,
            <= -Step => CaseChangeKind.Worse,
            _ => CaseChangeKind.Same,
        };
    }
}
