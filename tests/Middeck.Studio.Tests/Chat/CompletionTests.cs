using System.Net;
using Microsoft.Extensions.AI;
using Middeck.Core.Identifiers;
using Middeck.Testing;

namespace Middeck.Studio.Tests.Chat;

public sealed class CompletionTests(PostgresFixture postgres) : StudioTest(postgres)
{
    private static readonly object Translator = new
    {
        pre_prompt = "Translate into {{language}}: {{text}}",
        user_input_form = new object[]
        {
            new { paragraph = new { variable = "text", required = true } },
            new { select = new { variable = "language", options = new[] { "French", "Chinese" }, @default = "French" } },
        },
    };

    [Fact]
    public async Task The_filled_instruction_is_what_the_model_is_asked()
    {
        var app = await GivenCompletionAppAsync(Translator);

        var events = await AskAsync(app, "", new { inputs = new { text = "hello", nobody = "knows" } });

        var message = Assert.Single(Assert.Single(Host.Models.Calls).Messages);
        Assert.Equal(ChatRole.User, message.Role);
        Assert.Equal("Translate into French: hello", message.Text);
        Assert.Equal("You asked: Translate into French: hello", TextOf(events));
    }

    [Fact]
    public async Task A_question_besides_is_asked_under_the_instruction()
    {
        var app = await GivenCompletionAppAsync(Translator);

        await AskAsync(app, "Keep it short.", new { inputs = new { text = "hello" } });

        Assert.Equal(
            ["Translate into French: hello", "Keep it short."],
            Assert.Single(Host.Models.Calls).Messages.Select(message => message.Text));
    }

    [Fact]
    public async Task Each_run_stands_for_itself_and_is_no_conversation()
    {
        var app = await GivenCompletionAppAsync(Translator);
        var first = await AskAsync(app, "", new { inputs = new { text = "one" } });
        var second = await AskAsync(app, "", new { inputs = new { text = "two" } });

        Assert.NotEqual((Guid)first[0]["conversation_id"]!, (Guid)second[0]["conversation_id"]!);
        Assert.Single(Host.Models.Calls.Last().Messages);
        Assert.Empty((await CallAsync(HttpMethod.Get, "/api/v1/conversations"))!["data"]!.AsArray());
        Assert.Empty((await CallAsync(HttpMethod.Get, $"/api/v1/apps/{app}/conversations"))!["data"]!.AsArray());
        var problem = await CallAsync(
            HttpMethod.Post, $"/api/v1/apps/{app}/chat",
            new { inputs = new { text = "x" }, conversation_id = (Guid)first[0]["conversation_id"]! },
            HttpStatusCode.BadRequest);
        Assert.Equal("chat.no_conversations", (string?)problem!["code"]);
    }

    [Fact]
    public async Task More_like_this_runs_again_with_the_same_inputs()
    {
        var app = await GivenCompletionAppAsync(Translator);
        var first = await AskAsync(app, "", new { inputs = new { text = "one", language = "Chinese" } });

        using var response = await SendAsync(
            HttpMethod.Post, $"/api/v1/apps/{app}/messages/{(Guid)first[0]["message_id"]!}/regenerate");
        var again = await ReadEventsAsync(response);

        Assert.Equal("You asked: Translate into Chinese: one", TextOf(again));
        Assert.NotEqual((Guid)first[0]["message_id"]!, (Guid)again[0]["message_id"]!);
    }

    [Fact]
    public async Task Ones_own_runs_are_read_again_newest_first_and_deleted_one_by_one()
    {
        var app = await GivenCompletionAppAsync(Translator);
        await AskAsync(app, "", new { inputs = new { text = "one" } });
        await AskAsync(app, "", new { inputs = new { text = "two" } });
        await AskAsync(app, "", new { inputs = new { text = "hidden" } }, user: Ids.New(TimeProvider.System));
        await AskAsync(app, "", new { inputs = new { text = "tried" }, draft = true });

        var page = await CallAsync(HttpMethod.Get, $"/api/v1/apps/{app}/results?limit=1");
        Assert.Equal("two", (string?)page!["data"]![0]!["inputs"]!["text"]);
        var next = await CallAsync(HttpMethod.Get, $"/api/v1/apps/{app}/results?limit=1&cursor={page["next_cursor"]}");
        Assert.Equal("one", (string?)Assert.Single(next!["data"]!.AsArray())!["inputs"]!["text"]);
        Assert.False((bool)next["has_more"]!);
        var tried = await CallAsync(HttpMethod.Get, $"/api/v1/apps/{app}/results?draft=true");
        Assert.Equal("tried", (string?)Assert.Single(tried!["data"]!.AsArray())!["inputs"]!["text"]);

        await CallAsync(
            HttpMethod.Delete, $"/api/v1/conversations/{page["data"]![0]!["conversation_id"]}", expect: HttpStatusCode.NoContent);
        Assert.Single((await CallAsync(HttpMethod.Get, $"/api/v1/apps/{app}/results"))!["data"]!.AsArray());
    }

    [Fact]
    public async Task What_the_form_needs_must_be_there_and_a_run_without_any_words_is_refused()
    {
        var app = await GivenCompletionAppAsync(Translator);
        var problem = await CallAsync(
            HttpMethod.Post, $"/api/v1/apps/{app}/chat", new { inputs = new { } }, HttpStatusCode.BadRequest);
        Assert.Equal("inputs.text", (string?)problem!["field"]);

        var wordless = await GivenCompletionAppAsync(new { });
        problem = await CallAsync(
            HttpMethod.Post, $"/api/v1/apps/{wordless}/chat", new { inputs = new { } }, HttpStatusCode.BadRequest);
        Assert.Equal("chat.query_missing", (string?)problem!["code"]);
    }

    [Fact]
    public async Task Knowledge_is_looked_up_with_the_field_that_is_named_for_it()
    {
        var app = await GivenCompletionAppAsync(new
        {
            pre_prompt = "About {{topic}}.",
            dataset_query_variable = "topic",
            user_input_form = new object[] { new Dictionary<string, object> { ["text-input"] = new { variable = "topic" } } },
            dataset_configs = new { datasets = new { datasets = new[] { new { dataset = new { id = Guid.Empty } } } } },
        });
        Host.Knowledge.Holds("handbook.pdf", "Two weeks.");

        await AskAsync(app, "", new { inputs = new { topic = "leave" } });

        Assert.Equal("leave", Host.Knowledge.LastRequest!.Query);
        Assert.Contains(
            "Two weeks.", Assert.Single(Assert.Single(Host.Models.Calls).Messages).Text, StringComparison.Ordinal);
    }

    private async Task<Guid> GivenCompletionAppAsync(object config)
    {
        var app = (Guid)(await CallAsync(
            HttpMethod.Post, "/api/v1/apps", new { name = "Run", mode = "completion", config }, HttpStatusCode.Created))!["id"]!;
        await CallAsync(HttpMethod.Post, $"/api/v1/apps/{app}/publish");
        return app;
    }
}
