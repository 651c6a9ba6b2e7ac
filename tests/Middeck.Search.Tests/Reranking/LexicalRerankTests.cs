using Middeck.Search.Reranking;

namespace Middeck.Search.Tests.Reranking;

public sealed class LexicalRerankTests
{
    [Fact]
    public void More_of_the_query_beats_less_of_it()
        => AssertOrder(
            "spacing of smoke detectors",
            "The spacing of smoke detectors is fifteen metres.",
            "Smoke detectors need a test every year.",
            "Smoke rises to the ceiling of a room.",
            "The canteen opens at noon.");

    [Fact]
    public void A_rare_word_beats_a_common_one()
        => AssertOrder("pump cavitation", "Cavitation is a noise.", "The pump is blue.", "The pump is red and larger.");

    [Fact]
    public void Words_side_by_side_beat_words_far_apart()
        => AssertOrder(
            "fire door",
            "Keep each fire door closed at night and check it.",
            "Keep each door closed at night and check for fire.");

    [Fact]
    public void The_phrase_itself_beats_its_words_in_another_order()
        => AssertOrder("door fire", "one door fire two", "one fire door two");

    [Fact]
    public void Chinese_is_ranked_the_same_way()
        => AssertOrder(
            "感烟探测器安装间距",
            "感烟探测器安装间距不应超过十五米。",
            "感温探测器的安装高度不同。",
            "年休假十天。");

    [Fact]
    public void Chinese_in_other_words_is_found_by_its_characters()
        => AssertOrder("北大在哪里", "北京大学位于海淀区。", "他在那里学习。", "年休假十天。");

    [Theory]
    [InlineData("pump", "pump", "pump pump pump pump")]
    [InlineData("pump valve", "pump valve", "")]
    [InlineData("", "pump", "valve")]
    [InlineData("的", "的", "猫")]
    public void Scores_lie_between_0_and_1(string query, string first, string second)
        => Assert.All(LexicalRerank.Score(query, [first, second]), score => Assert.InRange(score, 0, 1));

    [Fact]
    public void A_passage_without_a_word_of_the_query_scores_0()
        => Assert.Equal([0f, 0f], LexicalRerank.Score("pump", ["valve", ""]));

    [Fact]
    public void No_passages_have_no_scores() => Assert.Empty(LexicalRerank.Score("pump", []));

    private static void AssertOrder(string query, params string[] passages)
    {
        // Given in reverse, so that a sort that does nothing would not pass.
        var scores = LexicalRerank.Score(query, [.. passages.Reverse()]);

        Assert.Equal(scores.Order(), scores);
        Assert.Equal(scores.Count, scores.Distinct().Count());
    }
}
