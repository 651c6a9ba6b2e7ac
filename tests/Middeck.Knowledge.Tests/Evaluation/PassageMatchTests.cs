using Middeck.Knowledge.Evaluation;

namespace Middeck.Knowledge.Tests.Evaluation;

public sealed class PassageMatchTests
{
    private const string Quote = "Emergency exits must be kept free of furniture at all times, and their doors open outwards.";
    private static readonly Guid Document = Guid.CreateVersion7();

    [Theory]
    [InlineData(Quote, true)]
    [InlineData("Chapter 3. " + Quote + " Signs are lit day and night.", true)]
    [InlineData("Emergency exits must be kept free of furniture at all times.", true)]
    [InlineData("their doors open outwards", true)]
    [InlineData("Extinguishers are checked every year by a specialist.", false)]
    public void A_hit_matches_when_it_holds_most_of_the_quote_or_lies_within_it(string content, bool matches)
        => Assert.Equal(matches, PassageMatch.Matches(Expect(Quote), Hit(content, Document)));

    [Fact]
    public void The_same_words_in_another_document_do_not_match()
        => Assert.False(PassageMatch.Matches(Expect(Quote), Hit(Quote, Guid.CreateVersion7())));

    [Fact]
    public void Chinese_quotes_match_by_their_characters()
        => Assert.True(PassageMatch.Matches(
            Expect("疏散通道必须保持畅通，不得堆放家具"), Hit("第三章 疏散通道必须保持畅通，不得堆放家具。门向外开启。", Document)));

    [Fact]
    public void Without_a_quote_any_passage_of_the_document_matches()
        => Assert.True(PassageMatch.Matches(Expect(""), Hit("Anything.", Document)));

    private static ExpectedPassage Expect(string quote) => new() { DocumentId = Document, Quote = quote };

    private static SearchHit Hit(string content, Guid documentId)
        => new(Guid.Empty, "Standards", documentId, "a.txt", Guid.CreateVersion7(), 1, null, content, 1, content.Length, []);
}
