namespace Middeck.Knowledge.Evaluation;

/// <summary>How well the expected passages were ranked, over all cases; each 0 to 1.</summary>
/// <param name="Cases">How many cases.</param>
/// <param name="HitAt1">Share of cases with an expected passage in first place.</param>
/// <param name="HitAt3">… among the first three.</param>
/// <param name="HitAt5">… among the first five.</param>
/// <param name="HitAt10">… among the first ten.</param>
/// <param name="Mrr">Mean reciprocal rank of the best expected passage among the first ten.</param>
/// <param name="Ndcg">Mean normalised discounted cumulative gain over the first ten, each expected passage worth one
/// (Järvelin and Kekäläinen, 2002).</param>
/// <param name="P95Milliseconds">95 of 100 searches took no longer.</param>
internal sealed record RankingMetrics(
    int Cases, double HitAt1, double HitAt3, double HitAt5, double HitAt10, double Mrr, double Ndcg, double P95Milliseconds)
{
    /// <summary>How far down a passage counts.</summary>
    public const int Depth = 10;

    public static RankingMetrics Of(IReadOnlyList<CaseResult> results)
    {
        if (results.Count == 0)
        {
            return new RankingMetrics(0, 0, 0, 0, 0, 0, 0, 0);
        }

        var times = results.Select(static result => result.Milliseconds).Order().ToList();
        return new RankingMetrics(
            results.Count,
            HitAt(results, 1),
            HitAt(results, 3),
            HitAt(results, 5),
            HitAt(results, Depth),
            Rounded(results.Average(static result => result.ReciprocalRank)),
            Rounded(results.Average(static result => result.Ndcg)),
            Math.Round(times[(int)Math.Ceiling(times.Count * 0.95) - 1], 2));
    }

    /// <summary>The result of one case whose expected passages came at these ranks.</summary>
    public static CaseResult Of(TestCase @case, IReadOnlyList<int?> ranks, double milliseconds)
    {
        var gained = ranks.Sum(static rank => rank is { } place ? Discount(place) : 0);
        var ideal = Enumerable.Range(1, Math.Min(ranks.Count, Depth)).Sum(Discount);
        return new CaseResult(
            @case.Id,
            @case.Query,
            ranks,
            ranks.Min() is { } best ? 1.0 / best : 0,
            Math.Min(1, gained / ideal),
            milliseconds);
    }

    private static double Discount(int rank) => 1 / Math.Log2(rank + 1);

    private static double HitAt(IReadOnlyList<CaseResult> results, int depth)
        => Rounded((double)results.Count(result => result.BestRank <= depth) / results.Count);

    private static double Rounded(double value) => Math.Round(value, 4);
}
