using Middeck.Search.Lexical;

namespace Middeck.Search.Tests.Lexical;

public sealed class Bm25RankingTests
{
    [Theory]
    [InlineData(1, 1.2f, 0.75f)]
    [InlineData(2, 1.2f, 0.75f)]
    [InlineData(3, 0.9f, 0.4f)]
    [InlineData(4, 2.0f, 1.0f)]
    [InlineData(5, 0.0f, 0.0f)]
    public void Scores_are_those_of_the_formula(int seed, float k1, float b)
    {
        var random = new RandomTexts(seed);
        var texts = Enumerable.Range(0, 200).ToDictionary(Numbered.Id, _ => random.Next());
        var index = new Bm25Index(new Bm25Options { K1 = k1, B = b });
        foreach (var (id, text) in texts)
        {
            index.Upsert(id, text);
        }

        for (var i = 0; i < 30; i++)
        {
            var query = random.Query();
            var expected = ReferenceBm25.Search(texts, query, k1, b);

            var hits = index.Search(query, limit: 1000);

            Assert.Equal(expected.Count, hits.Count);
            Assert.All(expected.Zip(hits), pair => Assert.Equal(pair.First.Score, pair.Second.Score, tolerance: 1e-4));
            var scores = expected.ToDictionary(hit => hit.Id, hit => hit.Score);
            Assert.All(hits, hit => Assert.Equal(scores[hit.Id], hit.Score, tolerance: 1e-4));
        }
    }

    [Fact]
    public void A_rare_word_outweighs_a_common_one()
    {
        var index = With("the pump and the valve", "the pump and the motor", "the pump and the fuse", "a bare relay");

        var hits = index.Search("pump relay", 10);

        Assert.Equal(Numbered.Id(3), hits[0].Id);
        Assert.Equal(4, hits.Count);
    }

    [Fact]
    public void Equal_scores_come_in_the_order_of_the_ids()
    {
        var index = With("same words", "same words", "same words");

        Assert.Equal([Numbered.Id(0), Numbered.Id(1)], index.Search("words", 2).Select(hit => hit.Id));
    }

    [Fact]
    public void Only_what_the_filter_lets_through_takes_up_the_limit()
    {
        var index = With("pump pump pump", "pump pump seal", "pump seal seal", "seal");

        var hits = index.Search("pump", 2, id => id != Numbered.Id(0));

        Assert.Equal([Numbered.Id(1), Numbered.Id(2)], hits.Select(hit => hit.Id));
    }

    [Theory]
    [InlineData("")]
    [InlineData("  \t ?! 。 ")]
    [InlineData("unheardof")]
    public void A_query_without_a_known_word_finds_nothing(string query)
    {
        Assert.Empty(With("pump", "").Search(query, 10));
        Assert.Empty(new Bm25Index().Search(query, 10));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void A_limit_of_nothing_finds_nothing(int limit) => Assert.Empty(With("pump").Search("pump", limit));

    [Theory]
    [InlineData("感烟探测器", 0)]
    [InlineData("猫", 1)]
    [InlineData("警长", 1)]
    [InlineData("ＧＢ50116标准", 2)]
    [InlineData("第3章", 3)]
    [InlineData("ガス", 4)]
    [InlineData("서울", 5)]
    public void Chinese_Japanese_and_Korean_queries_find_their_text(string query, int expected)
    {
        var index = With(
            "点型感烟火灾探测器的安装间距", "黑猫警长抓住了一只耳", "设计依据是标准gb50116第二版", "第３章讲水泵", "ｶﾞｽ漏れ", "서울은 수도이다");

        Assert.Equal(Numbered.Id(expected), index.Search(query, 1).Single().Id);
    }

    [Theory]
    [InlineData("detectors", "A detector hangs here.")]
    [InlineData("filing", "The report was filed.")]
    [InlineData("CAFÉ", "the cafe\u0301 downstairs")]
    [InlineData("company", "the company’s car")]
    public void Inflection_accents_and_case_do_not_matter(string query, string text)
        => Assert.Single(With(text, "something else").Search(query, 10));

    private static Bm25Index With(params string[] texts)
    {
        var index = new Bm25Index();
        for (var number = 0; number < texts.Length; number++)
        {
            index.Upsert(Numbered.Id(number), texts[number]);
        }

        return index;
    }
}
