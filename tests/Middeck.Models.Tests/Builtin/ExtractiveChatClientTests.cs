using Microsoft.Extensions.AI;
using Middeck.Models.Builtin;

namespace Middeck.Models.Tests.Builtin;

public sealed class ExtractiveChatClientTests
{
    private const string Handbook =
        """
        Answer from the passages between <context> and </context>.

        <context>
        [1] handbook.pdf
        Working hours are from nine to six. Staff have 15 days of annual leave each year. The canteen opens at noon.

        [2] rules.docx
        Leave is requested in the portal three days ahead. Overtime is paid at 150 percent.

        [3] 员工手册.docx
        # 考勤制度
        上班时间为九点至十八点。员工每年享有15天带薪年假。食堂十二点开放。

        </context>
        """;

    private readonly ExtractiveChatClient _client = new();

    [Fact]
    public async Task An_english_question_is_answered_with_the_sentence_that_fits_and_its_number()
    {
        var answer = await AskAsync("How many days of annual leave do staff have?", Handbook);

        Assert.StartsWith("Found in your documents:", answer, StringComparison.Ordinal);
        Assert.Contains("- Staff have 15 days of annual leave each year. [1]", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("canteen", answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("年假有多少天？")]
    [InlineData("请问员工有几天年假")]
    [InlineData("我们公司的带薪年假是怎么规定的？")]
    public async Task A_chinese_question_is_answered_in_chinese(string question)
    {
        var answer = await AskAsync(question, Handbook);

        Assert.StartsWith("在你的文档中找到：", answer, StringComparison.Ordinal);
        Assert.Contains("- 员工每年享有15天带薪年假。 [3]", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("食堂", answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Who won the football match?", "Nothing in the documents")]
    [InlineData("怎么更换打印机的墨盒？", "没有能回答这个问题的内容")]
    public async Task It_says_so_when_nothing_fits(string question, string expected)
    {
        Assert.Contains(expected, await AskAsync(question, Handbook), StringComparison.Ordinal);
        Assert.Contains(expected, await AskAsync(question, "<context>\n</context>"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Write a poem.", "not a language model")]
    [InlineData("写一首诗。", "不是大语言模型")]
    public async Task Without_a_context_it_says_what_it_is_and_what_to_do(string question, string expected)
    {
        Assert.Contains(expected, await AskAsync(question, "You are a poet."), StringComparison.Ordinal);
        Assert.Contains(expected, await AskAsync(question, null), StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_answers_the_last_question_only()
    {
        ChatMessage[] messages =
        [
            new(ChatRole.System, Handbook),
            new(ChatRole.User, "How is overtime paid?"),
            new(ChatRole.Assistant, "At 150 percent. [2]"),
            new(ChatRole.User, "When does the canteen open?"),
        ];

        var answer = (await _client.GetResponseAsync(messages)).Text;

        Assert.Contains("The canteen opens at noon. [1]", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("Overtime", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_streams_word_by_word()
    {
        var updates = new List<string>();
        await foreach (var update in _client.GetStreamingResponseAsync(Messages("食堂几点开放？", Handbook)))
        {
            updates.Add(update.Text);
        }

        Assert.True(updates.Count > 8);
        Assert.Contains("食堂十二点开放。 [3]", string.Concat(updates), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Two words 和中文，emoji 🙂🙂 and 𠮷野家。\n\n- done")]
    [InlineData("")]
    [InlineData(" \n ")]
    public void Pieces_join_to_the_text_and_split_no_character(string text)
    {
        var pieces = WordPieces.Of(text).ToList();

        Assert.Equal(text, string.Concat(pieces));
        Assert.All(pieces, piece => Assert.False(char.IsLowSurrogate(piece[0])));
    }

    [Fact]
    public void A_number_in_brackets_inside_a_passage_begins_no_new_one()
    {
        var passages = ContextReader.Read("<context>\n[1] a.md\nSee below.\n[3] is a footnote\n\n[2] b [draft].md\nEnd.\n\n</context>")!;

        Assert.Equal([(1, "a.md"), (2, "b [draft].md")], passages.Select(passage => (passage.Number, passage.Document)));
        Assert.Contains("[3] is a footnote", passages[0].Text, StringComparison.Ordinal);
    }

    private async Task<string> AskAsync(string question, string? system)
        => (await _client.GetResponseAsync(Messages(question, system))).Text;

    private static List<ChatMessage> Messages(string question, string? system) => system is null
        ? [new(ChatRole.User, question)]
        : [new(ChatRole.System, system), new(ChatRole.User, question)];
}
