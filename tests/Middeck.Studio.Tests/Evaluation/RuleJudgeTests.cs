using Middeck.Core.Identifiers;
using Middeck.Models.Gateway;
using Middeck.Studio.Conversations;
using Middeck.Studio.Evaluation.Judges;

namespace Middeck.Studio.Tests.Evaluation;

public sealed class RuleJudgeTests
{
    [Theory]
    [InlineData(RuleKind.Contains, "two WEEKS", null, true)]
    [InlineData(RuleKind.Contains, "ｔｗｏ　weeks", null, true)]
    [InlineData(RuleKind.Contains, "three", null, false)]
    [InlineData(RuleKind.NotContains, "three", null, true)]
    [InlineData(RuleKind.NotContains, "two", null, false)]
    [InlineData(RuleKind.Equal, " it is TWO weeks. ", null, true)]
    [InlineData(RuleKind.Equal, "two weeks", null, false)]
    [InlineData(RuleKind.Matches, "^It is [a-z]+ weeks\\.$", null, true)]
    [InlineData(RuleKind.Matches, "(?<=two )weeks", null, true)]
    [InlineData(RuleKind.Matches, "[0-9]", null, false)]
    [InlineData(RuleKind.MaxLength, "16", null, true)]
    [InlineData(RuleKind.MaxLength, "15", null, false)]
    [InlineData(RuleKind.Cites, "Handbook.PDF", null, true)]
    [InlineData(RuleKind.Cites, "other.pdf", null, false)]
    [InlineData(RuleKind.JsonField, "", "weeks", false)]
    public async Task A_rule_holds_an_answer_to_what_it_says(RuleKind kind, string value, string? path, bool passes)
        => Assert.Equal(passes, (await JudgeAsync("It is two weeks.", kind, value, path)).Passed);

    [Theory]
    [InlineData("order.items.1.name", "Pen", true)]
    [InlineData("order.items.1.name", "pencil", false)]
    [InlineData("order.paid", "true", true)]
    [InlineData("order.items.9", "", false)]
    [InlineData("order.items", "", true)]
    public async Task A_field_is_found_in_JSON_between_words(string path, string value, bool passes)
    {
        const string Answer = "Here you are:\n```json\n{\"order\": {\"paid\": true, \"items\": [{}, {\"name\": \"pen\"}]}}\n```";
        Assert.Equal(passes, (await JudgeAsync(Answer, RuleKind.JsonField, value, path)).Passed);
    }

    [Fact]
    public async Task An_expression_that_would_run_for_ever_is_given_up_and_says_so()
    {
        var bomb = new string('a', 40) + "!";

        Assert.False((await JudgeAsync(bomb, RuleKind.Matches, "^(a+)+$")).Passed);
        var slow = await JudgeAsync(bomb, RuleKind.Matches, "^(?=(a+)+$)a");

        Assert.False(slow.Passed);
        Assert.Contains("took too long", slow.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(RuleKind.Matches, "(", null)]
    [InlineData(RuleKind.MaxLength, "many", null)]
    [InlineData(RuleKind.MaxLength, "0", null)]
    [InlineData(RuleKind.Contains, " ", null)]
    [InlineData(RuleKind.Contains, "\0", null)]
    [InlineData(RuleKind.JsonField, "x", null)]
    public void A_rule_that_cannot_be_held_is_named(RuleKind kind, string value, string? path)
        => Assert.NotNull(new TestRule { Kind = kind, Value = value, Path = path }.Wrong());

    private static async Task<Verdict> JudgeAsync(string answer, RuleKind kind, string value, string? path = null)
    {
        var id = Ids.New(TimeProvider.System);
        var citation = new Citation(1, id, "Base", id, "handbook.pdf", "upload_file", id, "api", 0.9, null, 1, 1, null, "Two weeks.", null);
        var judged = new JudgedAnswer(
            new ModelCaller(id, "app"), "How long?", null, [new TestRule { Kind = kind, Value = value, Path = path }], answer, [citation]);
        return Assert.Single(await new RuleJudge().JudgeAsync(judged, new JudgeSettings(), CancellationToken.None));
    }
}
