using Middeck.Search.Fusion;

namespace Middeck.Search.Tests.Fusion;

public sealed class ReciprocalRankFusionTests
{
    [Fact]
    public void A_score_is_the_sum_of_the_weights_by_rank()
    {
        var fused = ReciprocalRankFusion.Fuse([List(1f, 1, 2), List(0.5f, 2, 3)], 10);

        Assert.Equal([Numbered.Id(2), Numbered.Id(1), Numbered.Id(3)], fused.Select(hit => hit.Id));
        Assert.Equal((1 / 62.0) + (0.5 / 61), fused[0].Score, tolerance: 1e-7);
        Assert.Equal(1 / 61.0, fused[1].Score, tolerance: 1e-7);
        Assert.Equal(0.5 / 62, fused[2].Score, tolerance: 1e-7);
    }

    [Fact]
    public void The_scores_of_the_lists_do_not_matter()
    {
        var loud = new RankedList(1, [new(Numbered.Id(2), 1000), new(Numbered.Id(1), 999)]);

        Assert.Equal(ReciprocalRankFusion.Fuse([List(1, 2, 1)], 10), ReciprocalRankFusion.Fuse([loud], 10));
    }

    [Fact]
    public void An_id_that_a_list_names_twice_counts_once()
    {
        var fused = ReciprocalRankFusion.Fuse([List(1, 1, 1, 2)], 10);

        Assert.Equal(ReciprocalRankFusion.Fuse([List(1, 1, 2)], 10), fused);
    }

    [Fact]
    public void Equal_scores_come_in_the_order_of_the_ids()
    {
        var fused = ReciprocalRankFusion.Fuse([List(1, 2), List(1, 1)], 1);

        Assert.Equal(Numbered.Id(1), fused.Single().Id);
    }

    [Fact]
    public void The_builtin_embedding_never_moves_the_first_lexical_hit_far()
    {
        var lexical = List(ReciprocalRankFusion.TrustedWeight, [.. Enumerable.Range(0, 50)]);
        var embedding = List(ReciprocalRankFusion.LexicalEmbeddingWeight, [.. Enumerable.Range(1, 60).Reverse()]);

        var fused = ReciprocalRankFusion.Fuse([lexical, embedding], 61);

        Assert.InRange(fused.ToList().FindIndex(hit => hit.Id == Numbered.Id(0)), 0, 1);
        Assert.Equal(61, fused.Count);
    }

    [Fact]
    public void Nothing_fuses_to_nothing()
    {
        Assert.Empty(ReciprocalRankFusion.Fuse([], 10));
        Assert.Empty(ReciprocalRankFusion.Fuse([List(1)], 10));
        Assert.Empty(ReciprocalRankFusion.Fuse([List(1, 1)], 0));
    }

    private static RankedList List(float weight, params int[] numbers)
        => new(weight, [.. numbers.Select(number => new ScoredId(Numbered.Id(number), 0))]);
}
