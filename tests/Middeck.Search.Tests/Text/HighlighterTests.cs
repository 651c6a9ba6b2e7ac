using Middeck.Search.Text;

namespace Middeck.Search.Tests.Text;

public sealed class HighlighterTests
{
    [Theory]
    [InlineData("smoke detectors", "A [smoke] alarm is no [detector].")]
    [InlineData("火灾探测器", "点型感烟[火灾探测器]的安装；[火灾]报警")]
    [InlineData("What is the pump?", "The [pump] is what it is: [ＰＵＭＰＳ]")]
    [InlineData("猫", "黑[猫]警长")]
    [InlineData("ガス", "[ｶﾞｽ]漏れ")]
    [InlineData("valve", "nothing here 🔥")]
    [InlineData("", "anything")]
    public void The_words_of_the_query_are_marked_as_they_are_written(string query, string marked)
    {
        var text = marked.Replace("[", "", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal);

        var result = Highlighter.Highlight(query, text)
            .Reverse()
            .Aggregate(text, (rest, range) => rest.Insert(range.End, "]").Insert(range.Start, "["));

        Assert.Equal(marked, result);
    }
}
