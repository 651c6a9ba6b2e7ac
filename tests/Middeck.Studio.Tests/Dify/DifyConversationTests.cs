using System.Net;
using System.Text.Json.Nodes;
using Middeck.Core.Identifiers;
using Middeck.Testing;

namespace Middeck.Studio.Tests.Dify;

public sealed class DifyConversationTests(PostgresFixture postgres) : StudioTest(postgres)
{
    private static readonly string[] Suggestions = ["When?"];

    [Fact]
    public async Task Messages_come_in_pages_from_the_latest_back_and_oldest_first_inside_a_page()
    {
        var key = await GivenKeyAsync(await GivenPublishedAppAsync());
        var conversation = await AskAsync(key, "1");
        for (var i = 2; i <= 5; i++)
        {
            await AskAsync(key, $"{i}", conversation);
        }

        var latest = await CallWithKeyAsync(
            HttpMethod.Get, $"/v1/messages?conversation_id={conversation}&user=u&limit=2", key);
        Assert.Equal(["4", "5"], Queries(latest));
        Assert.True((bool)latest!["has_more"]!);
        Assert.Equal(2, (int)latest["limit"]!);

        var first = (string?)latest["data"]![0]!["id"];
        var earlier = await CallWithKeyAsync(
            HttpMethod.Get, $"/v1/messages?conversation_id={conversation}&user=u&limit=3&first_id={first}", key);
        Assert.Equal(["1", "2", "3"], Queries(earlier));
        Assert.False((bool)earlier!["has_more"]!);

        var message = earlier["data"]![0]!.AsObject();
        Assert.Equal("normal", (string?)message["status"]);
        Assert.Equal("You asked: 1", (string?)message["answer"]);
        Assert.Equal(
            ["id", "conversation_id", "parent_message_id", "inputs", "query", "answer", "status", "error", "message_files",
             "feedback", "retriever_resources", "agent_thoughts", "created_at", "extra_contents", "message_tokens",
             "answer_tokens", "total_tokens", "provider_response_latency", "total_price", "currency"],
            message.Select(member => member.Key));

        await RefusedAsync(key, $"/v1/messages?conversation_id={conversation}&user=u&first_id={Ids.New(Clock)}", 404, "First Message Not Exists.");
        await RefusedAsync(key, $"/v1/messages?conversation_id={conversation}&user=u&limit=101", 400);
        await RefusedAsync(key, "/v1/messages?user=u", 400);
    }

    [Fact]
    public async Task Conversations_come_in_pages_in_the_order_asked_for()
    {
        var key = await GivenKeyAsync(await GivenPublishedAppAsync());
        var a = await AskAsync(key, "a");
        await AskAsync(key, "b");
        await AskAsync(key, "c");
        await AskAsync(key, "again", a);

        Assert.Equal(["a", "c", "b"], await NamesAsync(key, "user=u"));
        Assert.Equal(["c", "b", "a"], await NamesAsync(key, "user=u&sort_by=-created_at"));
        Assert.Equal(["a", "b", "c"], await NamesAsync(key, "user=u&sort_by=created_at"));
        Assert.Equal(["b", "c", "a"], await NamesAsync(key, "user=u&sort_by=updated_at"));
        Assert.Equal(["c", "b"], await NamesAsync(key, $"user=u&last_id={a}"));
        // As npm's dify-client asks.
        Assert.Equal(["a"], await NamesAsync(key, "user=u&first_id=&limit=1&pinned="));
        await RefusedAsync(key, "/v1/conversations?user=u&sort_by=name", 400);
        await RefusedAsync(key, $"/v1/conversations?user=u&last_id={Ids.New(Clock)}", 404, "Last Conversation Not Exists.");
    }

    [Fact]
    public async Task A_conversation_is_renamed_by_hand_or_after_its_first_question_and_deleted()
    {
        var key = await GivenKeyAsync(await GivenPublishedAppAsync());
        var conversation = await AskAsync(key, "How do I\nrequest leave?");

        var renamed = await CallWithKeyAsync(
            HttpMethod.Post, $"/v1/conversations/{conversation}/name", key, new { name = "Leave", user = "u" });
        Assert.Equal("Leave", (string?)renamed!["name"]);
        Assert.Equal(
            ["id", "name", "inputs", "status", "introduction", "created_at", "updated_at"],
            renamed.AsObject().Select(member => member.Key));
        var automatic = await CallWithKeyAsync(
            HttpMethod.Post, $"/v1/conversations/{conversation}/name", key, new { auto_generate = true, user = "u" });
        Assert.Equal("How do I request leave?", (string?)automatic!["name"]);
        await CallWithKeyAsync(
            HttpMethod.Post, $"/v1/conversations/{conversation}/name", key, new { user = "u" }, HttpStatusCode.BadRequest);

        await CallWithKeyAsync(
            HttpMethod.Delete, $"/v1/conversations/{conversation}", key, new { user = "u" }, HttpStatusCode.NoContent);
        await RefusedAsync(key, $"/v1/messages?conversation_id={conversation}&user=u", 404, "Conversation Not Exists.");
    }

    [Fact]
    public async Task One_user_never_reaches_anothers_conversation_nor_one_app_anothers()
    {
        var key = await GivenKeyAsync(await GivenPublishedAppAsync());
        var otherKey = await GivenKeyAsync(await GivenPublishedAppAsync());
        var conversation = await AskAsync(key, "mine");
        var message = (string?)(await CallWithKeyAsync(
            HttpMethod.Get, $"/v1/messages?conversation_id={conversation}&user=u", key))!["data"]![0]!["id"];
        await AskAsync(otherKey, "same name, other app");

        foreach (var (who, user) in new[] { (key, "v"), (otherKey, "u") })
        {
            await RefusedAsync(who, $"/v1/messages?conversation_id={conversation}&user={user}", 404, "Conversation Not Exists.");
            await NotFoundAsync(HttpMethod.Delete, $"/v1/conversations/{conversation}", who, new { user });
            await NotFoundAsync(HttpMethod.Post, $"/v1/conversations/{conversation}/name", who, new { name = "x", user });
            await NotFoundAsync(HttpMethod.Post, $"/v1/messages/{message}/feedbacks", who, new { rating = "like", user });
            await NotFoundAsync(
                HttpMethod.Post, "/v1/chat-messages", who,
                new { query = "q", inputs = new { }, user, conversation_id = conversation });
        }

        Assert.Empty(await NamesAsync(key, "user=v"));
        // The console's people are other people, even with the same name.
        Assert.Empty((await CallAsync(HttpMethod.Get, "/api/v1/conversations"))!["data"]!.AsArray());
    }

    [Fact]
    public async Task An_answer_is_rated_and_the_rating_taken_back()
    {
        var key = await GivenKeyAsync(await GivenPublishedAppAsync());
        var conversation = await AskAsync(key, "q");
        var list = $"/v1/messages?conversation_id={conversation}&user=u";
        var id = (string?)(await CallWithKeyAsync(HttpMethod.Get, list, key))!["data"]![0]!["id"];

        await CallWithKeyAsync(
            HttpMethod.Post, $"/v1/messages/{id}/feedbacks", key, new { rating = "like", user = "u", content = "good" });
        Assert.Equal("like", (string?)(await CallWithKeyAsync(HttpMethod.Get, list, key))!["data"]![0]!["feedback"]!["rating"]);
        await CallWithKeyAsync(
            HttpMethod.Post, $"/v1/messages/{id}/feedbacks", key, new { rating = (string?)null, user = "u" });
        Assert.Null((await CallWithKeyAsync(HttpMethod.Get, list, key))!["data"]![0]!["feedback"]);
        await CallWithKeyAsync(
            HttpMethod.Post, $"/v1/messages/{id}/feedbacks", key, new { rating = "meh", user = "u" }, HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task The_app_says_who_made_it_and_how_it_is_tagged_also_before_it_is_published()
    {
        var app = await GivenAppAsync();
        var tag = (Guid)(await CallAsync(
            HttpMethod.Post, "/api/v1/app-tags", new { name = "人事" }, HttpStatusCode.Created))!["id"]!;
        await CallAsync(
            HttpMethod.Post, "/api/v1/app-tags/bind", new { tag_ids = new[] { tag }, app_ids = new[] { app } },
            HttpStatusCode.NoContent);

        var info = await CallWithKeyAsync(HttpMethod.Get, "/v1/info", await GivenKeyAsync(app));

        Assert.Equal(
            """{"name":"Help","description":"","tags":["人事"],"mode":"chat","author_name":"Li"}""",
            info!.ToJsonString(Middeck.Core.Json.Snake));
    }

    [Fact]
    public async Task The_app_says_what_it_is()
    {
        var key = await GivenKeyAsync(await GivenPublishedAppAsync(new
        {
            opening_statement = "Hello {{name}}",
            suggested_questions = Suggestions,
            user_input_form = new object[] { new { paragraph = new { variable = "name", label = "Name" } } },
        }));

        var parameters = await CallWithKeyAsync(HttpMethod.Get, "/v1/parameters", key);
        Assert.Equal("Hello {{name}}", (string?)parameters!["opening_statement"]);
        Assert.Equal("name", (string?)parameters["user_input_form"]![0]!["paragraph"]!["variable"]);
        Assert.False((bool)parameters["file_upload"]!["image"]!["enabled"]!);
        Assert.Equal("Help", (string?)(await CallWithKeyAsync(HttpMethod.Get, "/v1/info", key))!["name"]);
        Assert.Equal("""{"tool_icons":{}}""", (await CallWithKeyAsync(HttpMethod.Get, "/v1/meta", key))!.ToJsonString());
        Assert.Equal("v1", (string?)(await CallWithKeyAsync(HttpMethod.Get, "/v1/", null))!["api_version"]);

        await AskAsync(key, "q", inputs: new { name = "Li" });
        var conversation = (await CallWithKeyAsync(HttpMethod.Get, "/v1/conversations?user=u", key))!["data"]![0]!;
        Assert.Equal("Hello Li", (string?)conversation["introduction"]);
        Assert.Equal("Li", (string?)conversation["inputs"]!["name"]);
    }

    private async Task<Guid> AskAsync(string key, string query, Guid? conversation = null, object? inputs = null)
        => (Guid)(await CallWithKeyAsync(
            HttpMethod.Post, "/v1/chat-messages", key,
            new { query, inputs = inputs ?? new { }, user = "u", conversation_id = conversation?.ToString() ?? "" }))!["conversation_id"]!;

    private async Task<List<string?>> NamesAsync(string key, string query)
        => [.. (await CallWithKeyAsync(HttpMethod.Get, $"/v1/conversations?{query}", key))!["data"]!.AsArray()
            .Select(row => (string?)row!["name"])];

    private async Task NotFoundAsync(HttpMethod method, string path, string key, object body)
        => Assert.Equal(
            "not_found", (string?)(await CallWithKeyAsync(method, path, key, body, HttpStatusCode.NotFound))!["code"]);

    private async Task RefusedAsync(string key, string path, int status, string? message = null)
    {
        var error = await CallWithKeyAsync(HttpMethod.Get, path, key, expect: (HttpStatusCode)status);
        Assert.Equal(status, (int)error!["status"]!);
        Assert.Equal(status == 404 ? "not_found" : "invalid_param", (string?)error["code"]);
        if (message is not null)
        {
            Assert.Equal(message, (string?)error["message"]);
        }
    }

    private static IEnumerable<string?> Queries(JsonNode? page)
        => page!["data"]!.AsArray().Select(row => (string?)row!["query"]);
}
