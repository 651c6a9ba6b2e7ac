using Middeck.Models.Speech;

namespace Middeck.Models.Tests.Speech;

public sealed class SpeechPiecesTests
{
    [Theory]
    [InlineData("Short.", new[] { "Short." })]
    [InlineData("One two. Three 3.5 four five six.", new[] { "One two.", " Three 3.5 four ", "five six." })]
    [InlineData("第一句话在这里。第二句话，比较长的一句话，说完了。", new[] { "第一句话在这里。", "第二句话，比较长的一句话，说完了。" })]
    [InlineData("abcdefghijklmnopqrstuvwxyz", new[] { "abcdefghijklmnopqrst", "uvwxyz" })]
    [InlineData("1234567890123456789👋👋", new[] { "1234567890123456789", "👋👋" })]
    [InlineData("   \n ", new string[0])]
    public void A_text_is_cut_where_it_hurts_least(string text, string[] pieces)
        => Assert.Equal(pieces, SpeechPieces.Of(text, 20));
}
