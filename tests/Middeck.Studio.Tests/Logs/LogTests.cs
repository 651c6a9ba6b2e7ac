using System.Net;
using System.Text.Json.Nodes;
using Middeck.Core.Errors;
using Middeck.Core.Identifiers;
using Middeck.Core.Paging;
using Middeck.Storage.Sql;
using Middeck.Studio.Insight;
using Middeck.Studio.Logs;
using Middeck.Testing;

namespace Middeck.Studio.Tests.Logs;

public sealed class LogTests(PostgresFixture postgres) : StudioTest(postgres)
{
    private (Guid App, string Key)? _key;

    [Fact]
    public async Task All_peoples_conversations_are_shown_with_the_latest_activity_first_but_for_drafts()
    {
        var app = await GivenPublishedAppAsync();
        var other = Ids.New(Clock);
        var mine = (await AskAsync(app, "How long is the leave?"))[0]["conversation_id"]!.ToString();
        var theirs = (await AskAsync(app, "Who signs?", user: other))[0]["conversation_id"]!.ToString();
        await AskAsync(app, "And a draft?", new { draft = true });
        await AskAsync(app, "And in the summer?", new { conversation_id = mine });
        var named = (Guid)(await AskByKeyAsync(app, "Hello?", "abc-7"))["conversation_id"]!;
        await RollUpAsync();

        var rows = await ListAsync(app);

        Assert.Equal(
            [$"{named} api abc-7", $"{mine} console Li", $"{theirs} console Li"],
            rows.Select(row => $"{row!["id"]} {row["source"]} {row["person"]!["name"]}"));
        Assert.Equal(2, (int)rows[1]!["message_count"]!);
        Assert.Equal(20, (int)rows[1]!["tokens"]!);
        Assert.Equal("builtin/extractive", (string?)rows[1]!["model"]);
        Assert.Equal("And a draft?", (string?)Assert.Single(await ListAsync(app, "?source=preview"))!["name"]);
        var choices = await CallAsync(HttpMethod.Get, $"/api/v1/apps/{app}/logs/choices");
        Assert.Equal(["api", "console"], choices!["sources"]!.AsArray().Select(source => (string?)source));
        Assert.Equal("builtin/extractive", (string?)Assert.Single(choices["models"]!.AsArray()));
    }

    [Fact]
    public async Task Pages_follow_each_other_without_a_gap()
    {
        var app = await GivenPublishedAppAsync();
        for (var i = 0; i < 5; i++)
        {
            await AskAsync(app, $"Question {i}");
        }

        var first = await CallAsync(HttpMethod.Get, $"/api/v1/apps/{app}/logs?limit=2");
        var second = await CallAsync(HttpMethod.Get, $"/api/v1/apps/{app}/logs?limit=2&cursor={first!["next_cursor"]}");
        var third = await CallAsync(HttpMethod.Get, $"/api/v1/apps/{app}/logs?limit=2&cursor={second!["next_cursor"]}");

        Assert.Equal(
            ["Question 4", "Question 3", "Question 2", "Question 1", "Question 0"],
            new[] { first, second, third }.SelectMany(page => page!["data"]!.AsArray()).Select(row => (string?)row!["name"]));
        Assert.False((bool)third!["has_more"]!);
    }

    [Fact]
    public async Task Each_filter_shows_what_it_names()
    {
        var app = await GivenPublishedAppAsync();
        var other = Ids.New(Clock);
        var liked = (await AskAsync(app, "liked"))[0];
        var disliked = (await AskAsync(app, "disliked", user: other))[0];
        Host.Models.SaysAndFails(new FaultException(new Fault(FaultKind.Upstream, "models.upstream_error", "It is overloaded.")));
        await AskAsync(app, "failed");
        Host.Models.Says("Fine.");
        var fine = (await AskAsync(app, "annotated"))[0];
        await AskByKeyAsync(app, "by key", "u-1");
        await RateAsync(liked, "like");
        await RateAsync(disliked, "like", other);
        await RateAsync(disliked, "dislike", other);
        await CallAsync(
            HttpMethod.Post, $"/api/v1/apps/{app}/annotations", new { message_id = fine["message_id"] }, HttpStatusCode.Created);
        await OperatorAsync(app, fine["message_id"]!.ToString(), "dislike", "Wrong year.");
        await RollUpAsync();

        Assert.Equal("liked", await NamesAsync(app, "?feedback=like"));
        Assert.Equal("disliked", await NamesAsync(app, "?feedback=dislike"));
        Assert.Equal("by key, annotated, failed", await NamesAsync(app, "?feedback=none"));
        Assert.Equal("annotated", await NamesAsync(app, "?feedback=annotated"));
        Assert.Equal("annotated", await NamesAsync(app, "?feedback=operator_dislike"));
        Assert.Equal("", await NamesAsync(app, "?feedback=operator_like"));
        Assert.Equal("failed", await NamesAsync(app, "?errors=true"));
        Assert.Equal("disliked", await NamesAsync(app, $"?user={other}"));
        Assert.Equal("by key", await NamesAsync(app, "?user=u-1"));
        Assert.Equal("by key", await NamesAsync(app, "?source=api"));
        Assert.Equal("", await NamesAsync(app, "?model=openai/gpt"));
        Assert.Equal("", await NamesAsync(app, "?min_cost=0.01"));
        Assert.Equal("", await NamesAsync(app, $"?to={Uri.EscapeDataString(Clock.GetUtcNow().AddHours(-1).ToString("O"))}"));
        Assert.Equal(5, (await ListAsync(app, $"?from={Uri.EscapeDataString(Clock.GetUtcNow().AddHours(-1).ToString("O"))}")).Count);
        await RefusedAsync(app, "?feedback=love", "logs.invalid_filter");
        await RefusedAsync(app, "?min_cost=-1", "logs.invalid_filter");
        await RefusedAsync(app, "?search=%3F%3F", "logs.invalid_filter");
    }

    [Fact]
    public async Task Words_are_found_in_questions_and_answers_and_each_conversation_is_shown_once()
    {
        var app = await GivenPublishedAppAsync();
        var first = (await AskAsync(app, "Where are the smoke detectors?"))[0]["conversation_id"]!.ToString();
        await AskAsync(app, "感烟探测器的间距是多少？");
        Host.Models.Says("Detectors hang in the corridor.");
        await AskAsync(app, "And there?", new { conversation_id = first });
        Host.Models.Says("Nothing.");
        await AskAsync(app, "Something else");
        await RollUpAsync();

        var found = Assert.Single(await ListAsync(app, "?search=DETECTOR"));
        Assert.Equal((first, "Where are the smoke detectors?"), (found!["id"]!.ToString(), (string?)found["name"]));
        Assert.NotNull(found["match_id"]);
        Assert.Equal("感烟探测器的间距是多少？", await NamesAsync(app, "?search=%E6%8E%A2%E6%B5%8B%E5%99%A8"));
        Assert.Equal("", await NamesAsync(app, "?search=smoke%20corridor"));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public async Task Words_are_found_newest_first_however_far_back_they_were_said(int newest)
    {
        var app = await GivenPublishedAppAsync();
        var conversations = new List<Guid>();
        foreach (var (question, later) in new[]
        {
            ("A red door?", TimeSpan.FromDays(400)), ("A green door?", TimeSpan.FromDays(10)), ("A red wall?", TimeSpan.FromMinutes(10)),
            ("A green wall?", TimeSpan.FromMinutes(1)), ("A red roof?", TimeSpan.FromMinutes(1)), ("A blue roof?", TimeSpan.FromMinutes(1)),
        })
        {
            conversations.Add((Guid)(await AskAsync(app, question))[0]["conversation_id"]!);
            Clock.Advance(later);
        }

        await AskAsync(app, "And red again?", new { conversation_id = conversations[0] });
        await RollUpAsync();
        var store = new LogStore(Host.Get<Database>(), Clock) { Newest = newest };
        var filter = new LogFilter(null, null, null, null, null, null, null, null, SearchTerms.Of(app, "red"));
        var found = new List<Guid>();
        for (Guid? after = null; after is not null || found.Count == 0;)
        {
            var page = new PageRequest(1, after);
            var rows = await store.ListAsync(Workspace, app, filter, page, CancellationToken.None);
            found.Add(rows[0].Id);
            after = rows.Count == page.Fetch ? rows[0].MatchId : null;
        }

        Assert.Equal([conversations[0], conversations[4], conversations[2]], found);
    }

    [Fact]
    public async Task A_conversation_is_read_with_all_its_branches_and_what_people_think()
    {
        var app = await GivenPublishedAppAsync();
        var asked = (await AskAsync(app, "first"))[0];
        var conversation = asked["conversation_id"]!.ToString();
        using (var again = await SendAsync(HttpMethod.Post, $"/api/v1/apps/{app}/messages/{asked["message_id"]}/regenerate"))
        {
            await again.Content.ReadAsStringAsync();
        }

        await RateAsync(asked, "dislike", content: "Too long.");
        await OperatorAsync(app, asked["message_id"]!.ToString(), "like", "It is right.");

        var page = await CallAsync(HttpMethod.Get, $"/api/v1/apps/{app}/logs/{conversation}/messages");

        var messages = page!["data"]!.AsArray();
        Assert.Equal(2, messages.Count);
        Assert.Equal(2, messages[0]!["message"]!["siblings"]!.AsArray().Count);
        Assert.Equal(("dislike", "Too long."), ((string?)messages[0]!["message"]!["feedback"]!["rating"], (string?)messages[0]!["comment"]));
        Assert.Equal(
            ("like", "It is right.", "Li"),
            ((string?)messages[0]!["operator_feedback"]!["rating"], (string?)messages[0]!["operator_feedback"]!["content"],
            (string?)messages[0]!["operator_feedback"]!["name"]));
        Assert.Null(messages[1]!["operator_feedback"]);
        await OperatorAsync(app, asked["message_id"]!.ToString(), null, null);
        page = await CallAsync(HttpMethod.Get, $"/api/v1/apps/{app}/logs/{conversation}/messages");
        Assert.Null(page!["data"]![0]!["operator_feedback"]);
    }

    [Fact]
    public async Task A_log_is_written_as_a_table_without_formulas_and_as_lines_of_JSON()
    {
        var app = await GivenPublishedAppAsync();
        Host.Models.Says("=HYPERLINK(\"http://a\")");
        await AskAsync(app, "One\nand \"two\"");
        for (var i = 0; i < 120; i++)
        {
            await AskByKeyAsync(app, $"+{i}", "u-1");
        }

        using var table = await SendAsync(HttpMethod.Get, $"/api/v1/apps/{app}/logs/export?source=console");
        var csv = await table.Content.ReadAsStringAsync();
        using var lines = await SendAsync(HttpMethod.Get, $"/api/v1/apps/{app}/logs/export?format=jsonl");
        var jsonl = (await lines.Content.ReadAsStringAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal("text/csv", table.Content.Headers.ContentType?.MediaType);
        Assert.Contains(",\"One\nand \"\"two\"\"\",{},\"'=HYPERLINK(\"\"http://a\"\")\",completed,", csv, StringComparison.Ordinal);
        Assert.DoesNotContain("u-1", csv, StringComparison.Ordinal);
        Assert.Equal(121, jsonl.Length);
        Assert.Equal(121, jsonl.Select(line => (string?)JsonNode.Parse(line)!["message_id"]).Distinct().Count());
        Assert.Equal("+119", (string?)JsonNode.Parse(jsonl.Single(line => line.Contains("+119", StringComparison.Ordinal)))!["question"]);
        await RefusedAsync(app, "/export?format=xlsx", "logs.invalid_format");
    }

    [Fact]
    public async Task Logs_are_read_in_their_own_app_and_workspace_only()
    {
        var app = await GivenPublishedAppAsync();
        var asked = (await AskAsync(app, "secret"))[0];
        var neighbour = await GivenPublishedAppAsync();
        var stranger = Ids.New(TimeProvider.System);
        var one = $"logs/{asked["conversation_id"]}";

        foreach (var path in new[] { "logs", one, $"{one}/messages", "logs/choices", "logs/export" })
        {
            await CallAsync(HttpMethod.Get, $"/api/v1/apps/{app}/{path}", expect: HttpStatusCode.NotFound, workspace: stranger);
        }

        await CallAsync(HttpMethod.Get, $"/api/v1/apps/{neighbour}/{one}", expect: HttpStatusCode.NotFound);
        await CallAsync(HttpMethod.Get, $"/api/v1/apps/{neighbour}/{one}/messages", expect: HttpStatusCode.NotFound);
        await CallAsync(
            HttpMethod.Put, $"/api/v1/apps/{neighbour}/messages/{asked["message_id"]}/operator-feedback", new { rating = "like" },
            HttpStatusCode.NotFound);
        Host.Access.Closed.Add(app);
        await CallAsync(HttpMethod.Get, $"/api/v1/apps/{app}/logs", expect: HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Open_pages_hear_of_what_happened()
    {
        var app = await GivenPublishedAppAsync();
        await AskAsync(app, "hi");
        await RollUpAsync();

        Assert.Contains((Workspace, $"app:{app}", "log.changed"), Host.Events.All);
    }

    private Task RollUpAsync() => Host.Get<RollupKeeper>().RunAsync(CancellationToken.None);

    private async Task<JsonNode> AskByKeyAsync(Guid app, string query, string user)
    {
        _key = _key?.App == app ? _key : (app, await GivenKeyAsync(app));
        return (await CallWithKeyAsync(
            HttpMethod.Post, "/v1/chat-messages", _key.Value.Key,
            new { query, user, inputs = new { }, response_mode = "blocking" }))!;
    }

    private async Task<JsonArray> ListAsync(Guid app, string query = "")
        => (await CallAsync(HttpMethod.Get, $"/api/v1/apps/{app}/logs{query}"))!["data"]!.AsArray();

    private async Task<string> NamesAsync(Guid app, string query)
        => string.Join(", ", (await ListAsync(app, query)).Select(row => (string?)row!["name"]));

    private async Task RefusedAsync(Guid app, string query, string code)
        => Assert.Equal(code, (string?)(await CallAsync(
            HttpMethod.Get, $"/api/v1/apps/{app}/logs{query}", expect: HttpStatusCode.BadRequest))!["code"]);

    private Task<JsonNode?> RateAsync(JsonObject asked, string rating, Guid? user = null, string? content = null)
        => CallAsync(
            HttpMethod.Post, $"/api/v1/messages/{asked["message_id"]}/feedback", new { rating, content },
            HttpStatusCode.NoContent, user);

    private Task<JsonNode?> OperatorAsync(Guid app, string message, string? rating, string? content)
        => CallAsync(
            HttpMethod.Put, $"/api/v1/apps/{app}/messages/{message}/operator-feedback", new { rating, content },
            HttpStatusCode.NoContent);
}
