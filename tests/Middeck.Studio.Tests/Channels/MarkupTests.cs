using System.Text;
using Middeck.Studio.Channels.Bots.Markup;

namespace Middeck.Studio.Tests.Channels;

public sealed class MarkupTests
{
    [Theory]
    [InlineData("# Title", "Title")]
    [InlineData("**bold** and *italic* and ~~gone~~", "bold and italic and gone")]
    [InlineData("`a * b * c`", "a * b * c")]
    [InlineData("[rules](https://a.example.com)", "rules (https://a.example.com)")]
    [InlineData("![picture](https://a.example.com/p.png)", "picture (https://a.example.com/p.png)")]
    [InlineData("* one\n  * two", "- one\n  - two")]
    [InlineData("> said", "> said")]
    [InlineData("2 * 3 * 4 and snake_case_name", "2 * 3 * 4 and snake_case_name")]
    [InlineData("```sql\nSELECT *\n```", "SELECT *")]
    [InlineData("| a | b |\n|---|---|\n| 1 | **2** |", "a | b\n1 | 2")]
    [InlineData("a | b is not a table", "a | b is not a table")]
    public void Without_marks_what_they_meant_is_left(string markdown, string expected)
        => Assert.Equal(expected, MarkupWriter.Write(markdown, MarkupStyle.Text));

    [Fact]
    public void Brackets_that_are_never_closed_take_no_time()
    {
        var answer = new string('[', 100_000) + string.Concat(Enumerable.Repeat("**a ", 25_000));
        Assert.NotEmpty(MarkupWriter.Write(answer, MarkupStyle.Text));
    }

    [Fact]
    public void Pieces_end_where_a_paragraph_does_and_lose_nothing()
    {
        var text = string.Join("\n\n", Enumerable.Range(1, 40).Select(i => $"第{i}段：" + new string('字', 50) + "。"));

        var parts = MessageSplitter.Split(text, 2_048);

        Assert.All(parts, part => Assert.True(Encoding.UTF8.GetByteCount(part) <= 2_048));
        Assert.All(parts, part => Assert.EndsWith("。", part, StringComparison.Ordinal));
        Assert.Equal(text, string.Join("\n\n", parts));
    }

    [Fact]
    public void No_character_is_cut_in_two_and_a_block_of_code_goes_on_in_the_next_piece()
    {
        var faces = string.Concat(Enumerable.Repeat("😀", 100));
        Assert.Equal(faces, string.Concat(MessageSplitter.Split(faces, 101)));

        var code = "```\n" + string.Join('\n', Enumerable.Range(1, 60).Select(i => $"line {i}")) + "\n```";
        Assert.All(MessageSplitter.Split(code, 200), part =>
        {
            Assert.StartsWith("```\n", part, StringComparison.Ordinal);
            Assert.EndsWith("\n```", part, StringComparison.Ordinal);
            Assert.True(Encoding.UTF8.GetByteCount(part) <= 200);
        });
    }
}
