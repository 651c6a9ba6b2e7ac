using System.Net;
using System.Text.Json.Nodes;
using Middeck.Core.Identifiers;
using Middeck.Testing;

namespace Middeck.Studio.Tests.Chat;

public sealed class BranchTests(PostgresFixture postgres) : StudioTest(postgres)
{
    [Fact]
    public async Task Another_answer_stands_beside_the_first_and_is_read_from_then_on()
    {
        var app = await GivenPublishedAppAsync();
        var (conversation, one) = await GivenAsync(app, "one");
        var two = await GoOnAsync(app, conversation, "two");

        var again = await RepeatAsync(app, two);

        var messages = await MessagesAsync(conversation);
        Assert.Equal([one, again], messages.Select(message => (Guid)message!["id"]!));
        Assert.Equal("two", (string?)messages[1]!["query"]);
        Assert.Equal(one, (Guid)messages[1]!["parent_id"]!);
        Assert.Equal([two, again], messages[1]!["siblings"]!.AsArray().Select(id => (Guid)id!));
        Assert.Equal(1, (int)messages[1]!["sibling_index"]!);
        Assert.Equal([one], messages[0]!["siblings"]!.AsArray().Select(id => (Guid)id!));
        Assert.Null(messages[0]!["parent_id"]);
        // The model heard what came before the question, and not the answer that stood there.
        Assert.Equal(["one", "You asked: one", "two"], Host.Models.Calls.Last().Messages.Select(message => message.Text));
    }

    [Fact]
    public async Task A_question_that_is_asked_differently_begins_a_branch_with_its_own_history()
    {
        var app = await GivenPublishedAppAsync();
        var (conversation, one) = await GivenAsync(app, "one");
        await GoOnAsync(app, conversation, "two");
        var other = await GoOnAsync(app, conversation, "two, differently", new { parent_id = one });
        await GoOnAsync(app, conversation, "three");

        Assert.Equal(
            ["one", "You asked: one", "two, differently", "You asked: two, differently", "three"],
            Host.Models.Calls.Last().Messages.Select(message => message.Text));
        Assert.Equal(
            ["one", "two, differently", "three"], (await MessagesAsync(conversation)).Select(message => (string?)message!["query"]));
        Assert.Equal(other, (Guid)(await MessagesAsync(conversation))[2]!["parent_id"]!);
    }

    [Fact]
    public async Task The_first_question_is_asked_differently_by_following_nothing()
    {
        var app = await GivenPublishedAppAsync();
        var (conversation, one) = await GivenAsync(app, "one");

        var other = await GoOnAsync(app, conversation, "uno", new { parent_id = (Guid?)null });

        Assert.Equal(["uno"], Host.Models.Calls.Last().Messages.Select(message => message.Text));
        var message = Assert.Single(await MessagesAsync(conversation))!;
        Assert.Equal([one, other], message["siblings"]!.AsArray().Select(id => (Guid)id!));
    }

    [Fact]
    public async Task Another_branch_is_chosen_and_read_to_its_latest_message()
    {
        var app = await GivenPublishedAppAsync();
        var (conversation, one) = await GivenAsync(app, "one");
        var two = await GoOnAsync(app, conversation, "two");
        var three = await GoOnAsync(app, conversation, "three");
        await GoOnAsync(app, conversation, "other", new { parent_id = one });

        var chosen = await CallAsync(
            HttpMethod.Put, $"/api/v1/conversations/{conversation}/current", new { message_id = two });

        Assert.Equal(three, (Guid)chosen!["message_id"]!);
        Assert.Equal(["one", "two", "three"], (await MessagesAsync(conversation)).Select(message => (string?)message!["query"]));
        await GoOnAsync(app, conversation, "four");
        Assert.Equal(
            ["one", "two", "three", "four"], (await MessagesAsync(conversation)).Select(message => (string?)message!["query"]));
    }

    [Fact]
    public async Task A_branch_is_read_in_pages()
    {
        var app = await GivenPublishedAppAsync();
        var (conversation, _) = await GivenAsync(app, "one");
        var two = await GoOnAsync(app, conversation, "two");
        await RepeatAsync(app, two);
        await GoOnAsync(app, conversation, "three");

        var page = await CallAsync(HttpMethod.Get, $"/api/v1/conversations/{conversation}/messages?limit=2");
        Assert.Equal(["two", "three"], page!["data"]!.AsArray().Select(message => (string?)message!["query"]));
        var older = await CallAsync(
            HttpMethod.Get, $"/api/v1/conversations/{conversation}/messages?limit=2&cursor={page["next_cursor"]}");
        Assert.Equal(["one"], older!["data"]!.AsArray().Select(message => (string?)message!["query"]));
        Assert.False((bool)older["has_more"]!);
    }

    [Fact]
    public async Task A_failed_answer_is_passed_over_in_the_history()
    {
        var app = await GivenPublishedAppAsync();
        var (conversation, _) = await GivenAsync(app, "one");
        var script = Host.Models.Script;
        Host.Models.SaysAndFails(new TimeoutException());
        await AskAsync(app, "broken", new { conversation_id = conversation });
        Host.Models.Script = script;

        await GoOnAsync(app, conversation, "two");

        Assert.Equal(["one", "You asked: one", "two"], Host.Models.Calls.Last().Messages.Select(message => message.Text));
    }

    [Fact]
    public async Task A_message_of_another_conversation_is_nothing_to_follow_to_choose_or_to_repeat()
    {
        var app = await GivenPublishedAppAsync();
        var (conversation, _) = await GivenAsync(app, "mine");
        var (_, foreign) = await GivenAsync(app, "elsewhere");

        var problem = await CallAsync(
            HttpMethod.Post, $"/api/v1/apps/{app}/chat",
            new { query = "x", conversation_id = conversation, parent_id = foreign }, HttpStatusCode.NotFound);
        Assert.Equal("messages.not_found", (string?)problem!["code"]);
        await CallAsync(
            HttpMethod.Put, $"/api/v1/conversations/{conversation}/current", new { message_id = foreign },
            HttpStatusCode.NotFound);
        await CallAsync(
            HttpMethod.Post, $"/api/v1/apps/{app}/messages/{foreign}/regenerate", expect: HttpStatusCode.NotFound,
            user: Ids.New(TimeProvider.System));
        Assert.Single(await MessagesAsync(conversation));
    }

    [Fact]
    public async Task Dify_lists_the_branch_with_its_parents_and_takes_a_parent()
    {
        var app = await GivenPublishedAppAsync();
        var key = await GivenKeyAsync(app);
        var one = await SendAsync(key, "one");
        var conversation = (string)one["conversation_id"]!;
        await SendAsync(key, "two", conversation);
        var other = await SendAsync(key, "other", conversation, (string)one["message_id"]!);
        await SendAsync(key, "three", conversation, Guid.Empty.ToString());

        var list = await CallWithKeyAsync(
            HttpMethod.Get, $"/v1/messages?user=u&conversation_id={conversation}", key);

        var messages = list!["data"]!.AsArray();
        Assert.Equal(["one", "other", "three"], messages.Select(message => (string?)message!["query"]));
        Assert.Null(messages[0]!["parent_message_id"]);
        Assert.Equal((string?)one["message_id"], (string?)messages[1]!["parent_message_id"]);
        Assert.Equal((string?)other["message_id"], (string?)messages[2]!["parent_message_id"]);
    }

    private async Task<JsonNode> SendAsync(string key, string query, string? conversation = null, string? parent = null)
        => (await CallWithKeyAsync(
            HttpMethod.Post, "/v1/chat-messages", key,
            new { query, inputs = new { }, user = "u", conversation_id = conversation, parent_message_id = parent }))!;

    private async Task<(Guid Conversation, Guid Message)> GivenAsync(Guid app, string query)
    {
        var events = await AskAsync(app, query);
        return ((Guid)events[0]["conversation_id"]!, (Guid)events[0]["message_id"]!);
    }

    private async Task<Guid> GoOnAsync(Guid app, Guid conversation, string query, object? more = null)
    {
        var body = more is null ? [] : System.Text.Json.JsonSerializer.SerializeToNode(more)!.AsObject();
        body["conversation_id"] = conversation;
        return (Guid)(await AskAsync(app, query, body))[0]["message_id"]!;
    }

    private async Task<Guid> RepeatAsync(Guid app, Guid message)
    {
        using var response = await SendAsync(HttpMethod.Post, $"/api/v1/apps/{app}/messages/{message}/regenerate");
        return (Guid)(await ReadEventsAsync(response))[0]["message_id"]!;
    }

    private async Task<JsonArray> MessagesAsync(Guid conversation)
        => (await CallAsync(HttpMethod.Get, $"/api/v1/conversations/{conversation}/messages"))!["data"]!.AsArray();
}
