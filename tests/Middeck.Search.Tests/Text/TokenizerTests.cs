using System.Diagnostics;
using Middeck.Search.Text;

namespace Middeck.Search.Tests.Text;

public sealed class TokenizerTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData(" \t\r\n", "")]
    [InlineData("Pump-Valve_2", "pump valv 2")]
    [InlineData("ＦＵＬＬ　ｗｉｄｔｈ１２", "full width12")]
    [InlineData("ﬁre ①", "fire")]
    [InlineData("3.2 m, 1.15.2.", "3.2 m 1.15.2")]
    [InlineData("３．２", "3.2")]
    [InlineData("don't O'Neil's", "don o neil")]
    [InlineData("Ünïcode naïve ŠKODA", "unicod naiv skoda")]
    [InlineData("ΟΔΟΣ οδος", "οδοσ οδοσ")]
    [InlineData("soft\u00ADware", "softwar")]
    [InlineData("a\0b\0", "a b")]
    [InlineData("👩‍🔬 fire 🔥", "fire")]
    [InlineData("x\uD83Dy\uDD25", "x y")]
    public void Words_are_folded(string text, string terms) => Assert.Equal(terms, Join(text));

    [Theory]
    [InlineData("猫", "猫")]
    [InlineData("火灾", "火 火灾 灾")]
    [InlineData("探测器", "探 探测 测 测器 器")]
    [InlineData("GB50116标准第3章", "gb50116 标 标准 准 准第 第 3 章")]
    [InlineData("ｶﾞｽﾊﾟ", "ガ ガス ス スパ パ")]
    [InlineData("か\u3099", "が")]
    [InlineData("𠮷野家", "𠮷 𠮷野 野 野家 家")]
    [InlineData("⽕灾", "火 火灾 灾")]
    [InlineData("感烟、感温", "感 感烟 烟 感 感温 温")]
    public void Cjk_runs_become_characters_and_pairs(string text, string terms)
        => Assert.Equal(terms.Split(' ').Order(), Terms(text).Order());

    [Theory]
    [InlineData("detectors", "detector")]
    [InlineData("detecting detected detects", "detect detect detect")]
    [InlineData("hopping hoped hope", "hop hope hope")]
    [InlineData("filed filing file", "file file file")]
    [InlineData("queries query", "queri queri")]
    [InlineData("boxes box", "box box")]
    [InlineData("classes class", "class class")]
    [InlineData("agreed feed", "agre feed")]
    [InlineData("status analysis gas", "status analysis gas")]
    [InlineData("sing bed yyyying", "sing bed yyyi")]
    [InlineData("sensor5s", "sensor5s")]
    public void English_inflections_are_stemmed(string text, string terms) => Assert.Equal(terms, Join(text));

    [Fact]
    public void A_token_knows_its_place_in_the_original_text()
    {
        const string Text = "🔥 ＦＩＲＥ company's ｶﾞｽ alarms 𠮷野";

        var tokens = new List<Token>();
        Tokenizer.Append(Text, tokens);

        Assert.Equal(
            ["ＦＩＲＥ", "company", "ｶﾞ", "ｶﾞｽ", "ｽ", "alarms", "𠮷", "𠮷野", "野"],
            tokens.Select(token => Text.Substring(token.Start, token.Length)));
    }

    [Fact]
    public void A_megabyte_without_a_gap_is_one_small_term()
    {
        var blob = new string('A', 1 << 20);

        Assert.Equal(new string('a', 64), Terms(blob).Single());
        Assert.Equal(Terms(blob), Terms(blob + "B"));
    }

    [Fact]
    public void A_long_word_is_never_cut_within_a_character()
    {
        // 63 letters, then letters outside the first plane (mathematical capitals), which have two units each.
        var word = new string('b', 63) + "\U0001D400\U0001D401";

        Assert.Equal(new string('b', 63), Terms(word).Single());
    }

    [Fact]
    public void Nasty_text_takes_no_longer_than_plain_text()
    {
        foreach (var pattern in new[] { "e\u0301", "1.", "'s", "y", "\uFDFA", "\uD800", "\uFF9E", "火\uFF9E" })
        {
            var text = string.Concat(Enumerable.Repeat(pattern, 200_000));
            var watch = Stopwatch.StartNew();

            Tokenizer.AppendHashes(text, []);

            Assert.True(watch.Elapsed < TimeSpan.FromSeconds(2), $"{pattern} took {watch.Elapsed}");
        }
    }

    [Fact]
    public void Hashes_are_those_of_the_terms()
    {
        const string Text = "Pumps 火灾探测器 3.2";

        var hashes = new List<ulong>();
        Tokenizer.AppendHashes(Text, hashes);

        Assert.Equal(Terms(Text).Select(term => StableHash.Of(term)), hashes);

        // Stored embeddings depend on it.
        Assert.Equal(9111832779283722233UL, StableHash.Of("pump"));
    }

    [Theory]
    [InlineData("What is the spacing of smoke detectors?", "space smoke detector")]
    [InlineData("the pump and The Pump", "pump")]
    [InlineData("Who are you?", "who are you")]
    [InlineData("探测器", "探测 测器")]
    [InlineData("第3章", "第 3 章")]
    [InlineData("猫 和 狗", "猫 和 狗")]
    public void A_query_asks_for_what_tells_texts_apart(string query, string terms)
        => Assert.Equal(terms, string.Join(' ', Tokenizer.QueryTerms(query)));

    private static string Join(string text) => string.Join(' ', Terms(text));

    private static IEnumerable<string> Terms(string text)
    {
        var tokens = new List<Token>();
        Tokenizer.Append(text, tokens);
        return tokens.Select(token => token.Term);
    }
}
