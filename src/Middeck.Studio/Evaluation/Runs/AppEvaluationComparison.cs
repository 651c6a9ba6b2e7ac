namespace Middeck.Studio.Evaluation.Runs;

/// <summary>Two runs side by side, over the cases that both asked.</summary>
/// <param name="Before">The one that is compared with.</param>
/// <param name="After">The one that is looked at.</param>
/// <param name="Better">How many cases are better.</param>
/// <param name="Worse">How many are worse.</param>
/// <param name="Same">How many are neither.</param>
/// <param name="Cases">All of them, worse ones first, then better ones.</param>
internal sealed record AppEvaluationComparison(
    AppEvaluation Before, AppEvaluation After, int Better, int Worse, int Same, IReadOnlyList<ComparedCase> Cases)
{
    public static AppEvaluationComparison Of(
        AppEvaluation before, AppEvaluation after, IReadOnlyList<AppCaseResult> earlier, IReadOnlyList<AppCaseResult> later)
    {
        var known = earlier.Where(result => result.State != CaseState.Waiting).ToDictionary(result => result.CaseId);
        List<ComparedCase> cases =
        [
            .. later.Where(result => result.State != CaseState.Waiting && known.ContainsKey(result.CaseId))
                .Select(result => ComparedCase.Of(known[result.CaseId], result))
                .OrderBy(compared => compared.Change switch { CaseChangeKind.Worse => 0, CaseChangeKind.Better => 1, _ => 2 }),
        ];
        return new AppEvaluationComparison(
            before, after, Count(CaseChangeKind.Better), Count(CaseChangeKind.Worse), Count(CaseChangeKind.Same), cases);

        int Count(CaseChangeKind change) => cases.Count(compared => compared.Change == change);
    }
}
