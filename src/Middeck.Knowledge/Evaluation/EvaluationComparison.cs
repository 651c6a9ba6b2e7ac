namespace Middeck.Knowledge.Evaluation;

/// <summary>What changed from one evaluation to another, over the cases that both ran.</summary>
/// <param name="BaselineId">The earlier evaluation.</param>
/// <param name="MrrChange">New minus old mean reciprocal rank over the common cases.</param>
/// <param name="Worse">Cases whose best passage fell or is no longer found.</param>
/// <param name="Better">Cases whose best passage rose or is found now.</param>
internal sealed record EvaluationComparison(
    Guid BaselineId, double MrrChange, IReadOnlyList<CaseChange> Worse, IReadOnlyList<CaseChange> Better)
{
    public static EvaluationComparison Of(Guid baselineId, IReadOnlyList<CaseResult> before, IReadOnlyList<CaseResult> after)
    {
        var earlier = before.ToDictionary(static result => result.CaseId);
        var common = after.Where(result => earlier.ContainsKey(result.CaseId))
            .Select(result => (Before: earlier[result.CaseId], After: result))
            .ToList();
        return new EvaluationComparison(
            baselineId,
            common.Count == 0 ? 0 : Math.Round(common.Average(static pair => pair.After.ReciprocalRank - pair.Before.ReciprocalRank), 4),
            Changes(common, static change => change < 0),
            Changes(common, static change => change > 0));
    }

    private static List<CaseChange> Changes(List<(CaseResult Before, CaseResult After)> common, Func<double, bool> counts)
        =>
        [
            .. common.Where(pair => counts(pair.After.ReciprocalRank - pair.Before.ReciprocalRank))
                .Select(static pair => new CaseChange(
                    pair.After.CaseId, pair.After.Query, pair.Before.BestRank, pair.After.BestRank)),
        ];
}
