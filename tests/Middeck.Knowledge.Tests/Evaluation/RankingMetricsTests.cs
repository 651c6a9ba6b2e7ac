using Middeck.Knowledge.Evaluation;

namespace Middeck.Knowledge.Tests.Evaluation;

public sealed class RankingMetricsTests
{
    private static readonly TestCase Case = new(
        Guid.CreateVersion7(), "Where are the exits?", [], null, DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch);

    [Fact]
    public void The_best_expected_passage_gives_the_reciprocal_rank()
        => Assert.Equal((2, 0.5), (Result(7, 2).BestRank, Result(7, 2).ReciprocalRank));

    [Fact]
    public void All_expected_passages_in_front_are_an_ndcg_of_one()
        => Assert.Equal(1, Result(2, 1).Ndcg, 6);

    [Fact]
    public void Ndcg_takes_a_discount_by_rank()
        // (1/log2(3)) / (1/log2(2) + 1/log2(3))
        => Assert.Equal(0.386853, Result(2, null).Ndcg, 6);

    [Fact]
    public void A_case_without_a_found_passage_counts_as_zero()
    {
        var metrics = RankingMetrics.Of([Result(1), Result(4), Result((int?)null)]);

        Assert.Equal((3, 0.3333, 0.3333, 0.6667, 0.6667), (
            metrics.Cases, metrics.HitAt1, metrics.HitAt3, metrics.HitAt5, metrics.HitAt10));
        Assert.Equal(0.4167, metrics.Mrr);
    }

    [Fact]
    public void The_slowest_twentieth_is_left_out_of_p95()
        => Assert.Equal(95, RankingMetrics.Of(
            [.. Enumerable.Range(1, 100).Select(time => RankingMetrics.Of(Case, [1], time))]).P95Milliseconds);

    [Fact]
    public void A_comparison_names_the_cases_that_moved_and_leaves_new_cases_out()
    {
        var (same, fell, rose, added) = (Named(1), Named(1), Named(3), Named(1));

        var comparison = EvaluationComparison.Of(
            Guid.Empty,
            [same, fell, rose],
            [same, fell with { Ranks = [null], ReciprocalRank = 0 }, rose with { Ranks = [1], ReciprocalRank = 1 }, added]);

        Assert.Equal(new CaseChange(fell.CaseId, fell.Query, 1, null), Assert.Single(comparison.Worse));
        Assert.Equal(new CaseChange(rose.CaseId, rose.Query, 3, 1), Assert.Single(comparison.Better));
        Assert.Equal(-0.1111, comparison.MrrChange);
    }

    private static CaseResult Result(params int?[] ranks) => RankingMetrics.Of(Case, ranks, 1);

    private static CaseResult Named(int rank) => Result(rank) with { CaseId = Guid.CreateVersion7() };
}
