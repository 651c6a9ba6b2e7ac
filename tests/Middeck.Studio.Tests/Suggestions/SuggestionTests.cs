using System.Net;
using Middeck.Core.Errors;
using Middeck.Core.Identifiers;
using Middeck.Studio.Tests.Fakes;
using Middeck.Testing;

namespace Middeck.Studio.Tests.Suggestions;

public sealed class SuggestionTests(PostgresFixture postgres) : StudioTest(postgres)
{
    private static readonly object ByModel = new
    {
        suggested_questions_after_answer = new { enabled = true, model = new { provider = "mock", name = "echo" } },
    };

    private static readonly object ByHeadings = new
    {
        suggested_questions_after_answer = new { enabled = true },
        dataset_configs = new { datasets = new { datasets = new[] { new { dataset = new { id = Guid.Empty } } } } },
    };

    [Fact]
    public async Task The_model_suggests_three_questions_and_is_asked_once()
    {
        var app = await GivenPublishedAppAsync(ByModel);
        var message = await AnsweredAsync(app);
        Host.Models.Says("```json\n", """["Who? ", "", "Who? ", 5, "When?", "Where?", "Why?"]""", "\n```");

        Assert.Equal(["Who?", "When?", "Where?"], await SuggestedAsync(message));
        Assert.Equal(["Who?", "When?", "Where?"], await SuggestedAsync(message));

        Assert.Equal(2, Host.Models.Calls.Count);
        Assert.Contains("Person: hi\nAssistant: You asked: hi\n", Host.Models.Calls.Last().Messages[1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Those_who_ask_at_the_same_time_share_one_call_of_the_model()
    {
        var message = await AnsweredAsync(await GivenPublishedAppAsync(ByModel));
        var model = new HeldModel();
        Host.Models.Script = model.AnswerAsync;
        var both = new[] { SuggestedAsync(message), SuggestedAsync(message) };
        await model.Asked;
        model.Say("""["Why?"]""");
        model.End();

        Assert.All(await Task.WhenAll(both), questions => Assert.Equal(["Why?"], questions));
        Assert.Equal(2, Host.Models.Calls.Count);
    }

    [Theory]
    [InlineData("I would rather not.")]
    [InlineData("""{"questions": 5}""")]
    [InlineData("[1, 2")]
    [InlineData("")]
    public async Task A_model_that_answers_something_else_suggests_nothing(string answer)
    {
        var message = await AnsweredAsync(await GivenPublishedAppAsync(ByModel));
        Host.Models.Says(answer);

        Assert.Empty(await SuggestedAsync(message));
    }

    [Fact]
    public async Task The_built_in_model_suggests_what_stands_next_to_the_answer()
    {
        var app = await GivenPublishedAppAsync(ByHeadings);
        Host.Knowledge.Holds("handbook.md", "# Annual leave\nTwo weeks ahead.\n\n## Sick leave\nCall in.\n### Travel ###\nAsk.");
        Host.Models.Says("Annual leave is requested two weeks ahead.");
        var message = await AnsweredAsync(app);

        Assert.Equal(
            ["What do the documents say about “Sick leave”?", "What do the documents say about “Travel”?"],
            await SuggestedAsync(message));
        Assert.Single(Host.Models.Calls);
    }

    [Fact]
    public async Task The_built_in_model_suggests_nothing_without_headings()
    {
        Host.Knowledge.Holds("handbook.md", "Two weeks ahead. #no heading");
        Assert.Empty(await SuggestedAsync(await AnsweredAsync(await GivenPublishedAppAsync(ByHeadings))));
    }

    [Fact]
    public async Task An_app_that_suggests_nothing_says_so()
    {
        var app = await GivenPublishedAppAsync();
        var message = await AnsweredAsync(app);

        var problem = await CallAsync(HttpMethod.Get, $"/api/v1/messages/{message}/suggested", expect: HttpStatusCode.Conflict);

        Assert.Equal("messages.suggestions_disabled", (string?)problem!["code"]);
        await CallAsync(
            HttpMethod.Get, $"/api/v1/messages/{message}/suggested", expect: HttpStatusCode.NotFound, user: Ids.New(Clock));
    }

    [Fact]
    public async Task A_model_that_fails_may_be_asked_again()
    {
        var message = await AnsweredAsync(await GivenPublishedAppAsync(ByModel));
        Host.Models.SaysAndFails(new FaultException(new Fault(FaultKind.Upstream, "models.upstream_failed", "It broke.")), "[");

        await CallAsync(HttpMethod.Get, $"/api/v1/messages/{message}/suggested", expect: HttpStatusCode.BadGateway);

        Host.Models.Says("""["Why?"]""");
        Assert.Equal(["Why?"], await SuggestedAsync(message));
    }

    [Fact]
    public async Task Dify_clients_get_them_in_its_shape()
    {
        var app = await GivenPublishedAppAsync(ByModel);
        var key = await GivenKeyAsync(app);
        var message = await AskWithKeyAsync(key);
        Host.Models.Says("""["Why?"]""");

        var suggested = await CallWithKeyAsync(HttpMethod.Get, $"/v1/messages/{message}/suggested?user=u", key);
        var off = await GivenKeyAsync(await GivenPublishedAppAsync());
        var disabled = await CallWithKeyAsync(
            HttpMethod.Get, $"/v1/messages/{await AskWithKeyAsync(off)}/suggested?user=u", off, expect: HttpStatusCode.BadRequest);

        Assert.Equal("""{"result":"success","data":["Why?"]}""", suggested!.ToJsonString());
        Assert.Equal("bad_request", (string?)disabled!["code"]);
        await CallWithKeyAsync(
            HttpMethod.Get, $"/v1/messages/{message}/suggested?user=other", key, expect: HttpStatusCode.NotFound);
        await CallWithKeyAsync(HttpMethod.Get, $"/v1/messages/{message}/suggested", key, expect: HttpStatusCode.BadRequest);
        await CallWithKeyAsync(
            HttpMethod.Get, $"/v1/messages/{message}/suggested?user=u", off, expect: HttpStatusCode.NotFound);
    }

    private async Task<Guid> AnsweredAsync(Guid app) => (Guid)(await AskAsync(app, "hi"))[0]["message_id"]!;

    private async Task<Guid> AskWithKeyAsync(string key)
        => (Guid)(await CallWithKeyAsync(
            HttpMethod.Post, "/v1/chat-messages", key, new { query = "hi", inputs = new { }, user = "u" }))!["message_id"]!;

    private async Task<IEnumerable<string>> SuggestedAsync(Guid message)
        => (await CallAsync(HttpMethod.Get, $"/api/v1/messages/{message}/suggested"))!["data"]!.AsArray()
            .Select(question => (string)question!);
}
