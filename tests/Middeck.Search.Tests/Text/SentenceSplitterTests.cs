using Middeck.Search.Text;

namespace Middeck.Search.Tests.Text;

public sealed class SentenceSplitterTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData(" \n\n ", "")]
    [InlineData("没有标点", "没有标点")]
    [InlineData("探测器间距不超过15米。真的吗？是的！注意；完", "探测器间距不超过15米。|真的吗？|是的！|注意；|完")]
    [InlineData("他说：“走吧！”然后走了。", "他说：“走吧！”|然后走了。")]
    [InlineData("什么？！真的……好。", "什么？！|真的……|好。")]
    [InlineData("第一行\n第二行\r\n第三行", "第一行|第二行|第三行")]
    [InlineData("净宽3.2米。高１．５米。", "净宽3.2米。|高１．５米。")]
    [InlineData("It is 3.2 m wide. It is closed.", "It is 3.2 m wide.|It is closed.")]
    [InlineData("Use tools, e.g. a spanner. Then stop!", "Use tools, e.g. a spanner.|Then stop!")]
    [InlineData("Mr. Smith met Dr. J. Brown. They talked.", "Mr. Smith met Dr. J. Brown.|They talked.")]
    [InlineData("Is it safe? No. He left. See No. 5 and Fig. 2.", "Is it safe?|No.|He left.|See No. 5 and Fig. 2.")]
    [InlineData("Pumps, etc. are listed. Pumps, etc. Valves too.", "Pumps, etc. are listed.|Pumps, etc.|Valves too.")]
    [InlineData("The U.S. Navy left. Done.", "The U.S. Navy left.|Done.")]
    [InlineData("See example.com/a?b=c for v1.15.2! Good.", "See example.com/a?b=c for v1.15.2!|Good.")]
    [InlineData("1. Isolate the supply.\n2. Wait.", "1. Isolate the supply.|2. Wait.")]
    [InlineData("He said \"stop.\" She went (slowly.) Then...", "He said \"stop.\"|She went (slowly.)|Then...")]
    [InlineData("Wait... what?! Yes", "Wait...|what?!|Yes")]
    [InlineData("中文句子.English sentence. 又一句。", "中文句子.English sentence.|又一句。")]
    public void Sentences_end_where_a_reader_would_say_so(string text, string sentences)
        => Assert.Equal(sentences, string.Join('|', SentenceSplitter.Split(text).Select(range => Cut(text, range))));

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Nothing_but_white_space_is_lost(int seed)
    {
        const string Alphabet = "ab A1.!?。！？；…\n \"”)（火e.g\uD83D\uDD25";
        var random = new Random(seed);
        for (var i = 0; i < 500; i++)
        {
            var text = string.Concat(
                Enumerable.Range(0, random.Next(60)).Select(_ => Alphabet[random.Next(Alphabet.Length)]));

            var kept = string.Concat(SentenceSplitter.Split(text).Select(range => Cut(text, range)));

            Assert.Equal(WithoutWhiteSpace(text), WithoutWhiteSpace(kept));
        }
    }

    private static string Cut(string text, TextRange range) => text.Substring(range.Start, range.Length);

    private static string WithoutWhiteSpace(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
}
