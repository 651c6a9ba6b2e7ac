using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Extensions.AI;
using Middeck.Core.Errors;
using Middeck.Core.Identifiers;
using Middeck.Storage.Sql;
using Middeck.Testing;

namespace Middeck.Studio.Tests.Memory;

public sealed class MemoryTests(PostgresFixture postgres) : StudioTest(postgres)
{
    private const string Summaries = "Write a summary";
    private const string Facts = "You keep what is worth";

    [Fact]
    public async Task An_app_shows_its_model_as_many_turns_as_it_says()
    {
        var app = await GivenPublishedAppAsync(Remembering(new { turns = 1 }));
        var conversation = await AskedAsync(app, "one");
        await AskedAsync(app, "two", conversation);
        await AskedAsync(app, "three", conversation);

        Assert.Equal(["two", "You asked: two", "three"], Host.Models.Calls.Last().Messages.Select(message => message.Text));
    }

    [Fact]
    public async Task What_no_longer_fits_is_summarised_once_for_several_turns()
    {
        var app = await GivenPublishedAppAsync(Remembering(new { turns = 2, summary = true }));
        Answering(Summaries, () => "They counted.");
        var conversation = await AskedAsync(app, "one");
        await AskedAsync(app, "two", conversation);
        Assert.Empty(Told(Summaries));

        await AskedAsync(app, "three", conversation);
        var first = Assert.Single(Told(Summaries));
        Assert.Contains("Person: one\nAssistant: You asked: one\nPerson: two", first[1].Text, StringComparison.Ordinal);
        Assert.DoesNotContain("three", first[1].Text, StringComparison.Ordinal);

        await AskedAsync(app, "four", conversation);
        Assert.Single(Told(Summaries));
        Assert.Contains(
            "What was said earlier in this conversation, in short:\nThey counted.",
            Asked().Last()[0].Text, StringComparison.Ordinal);

        await AskedAsync(app, "five", conversation);
        Assert.Contains("The summary until now:\nThey counted.", Told(Summaries).Last()[1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_built_in_model_writes_nothing_of_its_own()
    {
        var app = await GivenPublishedAppAsync(new { middeck = new { memory = new { turns = 0, summary = true, facts = true } } });
        var conversation = await AskedAsync(app, "I am Li");
        await AskedAsync(app, "two", conversation);

        Assert.Equal(2, Host.Models.Calls.Count);
        Assert.Empty(await FactsAsync(app));
    }

    [Fact]
    public async Task What_is_learned_of_a_person_is_known_in_the_next_conversation()
    {
        var app = await GivenPublishedAppAsync(Remembering(new { facts = true }));
        Answering(Facts, () => """[{"op": "add", "text": "Lives in\nShanghai."}, {"op": "add", "text": "Has a cat."}]""");
        await AskedAsync(app, "I live in Shanghai with a cat");
        Answering(Facts, () => """[{"op": "update", "id": 2, "text": "Lives in Beijing."}, {"op": "delete", "id": 1}]""");
        await AskedAsync(app, "I moved to Beijing, the cat is gone");
        Answering(Facts, () => "[]");
        await AskedAsync(app, "Where do I live?");

        var facts = await FactsAsync(app);
        Assert.Equal("Lives in Beijing.", (string?)Assert.Single(facts)!["text"]);
        Assert.NotNull((Guid?)facts[0]!["source_message_id"]);
        Assert.Contains("- Lives in Beijing.", Asked().Last()[0].Text, StringComparison.Ordinal);
        Assert.Contains("1. Has a cat.\n2. Lives in Shanghai.\n", Told(Facts).ElementAt(1)[1].Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nothing to remember")]
    [InlineData("""[{"op": "add"}, {"op": "add", "text": 5}, {"op": "drop table"}, 7, {"op": "delete", "id": 99}]""")]
    [InlineData("""[{"op": "update", "id": 1, "text": "not mine"}, {"op": "delete", "id": -1}, {"op": "delete", "id": "1"}]""")]
    [InlineData("""[{"op": "add", "text": "\u0000"}]""")]
    public async Task What_is_not_understood_changes_nothing(string said)
    {
        var app = await GivenPublishedAppAsync(Remembering(new { facts = true }));
        Answering(Facts, () => said);

        await AskedAsync(app, "hi");

        Assert.Empty(await FactsAsync(app));
        Assert.Empty(Host.Errors.All);
    }

    [Fact]
    public async Task A_model_that_fails_to_remember_spoils_no_answer()
    {
        var app = await GivenPublishedAppAsync(Remembering(new { facts = true }));
        Answering(Facts, () => throw new FaultException(new Fault(FaultKind.Upstream, "models.upstream_failed", "It broke.")));

        var events = await AskAsync(app, "hi");
        await Host.FollowedAsync();

        Assert.Equal("message_end", NameOf(events[^1]));
        Assert.Single(Host.Errors.All);
    }

    [Fact]
    public async Task Of_many_facts_the_ten_nearest_are_told()
    {
        var app = await GivenPublishedAppAsync(Remembering(new { facts = true }));
        await GivenFactsAsync(app, 8, "Prefers the window seat in trains");

        await AskedAsync(app, "Which seat in trains do I prefer?");
        await AskedAsync(app, "Which seat in trains do I prefer?");

        var note = Asked().Last()[0].Text;
        Assert.Equal(10, note.Split("\n- ").Length - 1);
        Assert.Contains("- Prefers the window seat in trains", note, StringComparison.Ordinal);
        // The vector of a fact is made once.
        var made = Host.Models.Embedded.Where(text => text.Contains("seat in trains", StringComparison.Ordinal)
            || text.StartsWith("Number", StringComparison.Ordinal)).Where(text => !text.EndsWith('?')).ToList();
        Assert.Equal((16, 16), (made.Count, made.Distinct().Count()));
    }

    [Fact]
    public async Task Without_vectors_the_newest_facts_are_told()
    {
        var app = await GivenPublishedAppAsync(Remembering(new { facts = true }));
        await GivenFactsAsync(app, 8, "The oldest");
        Host.Models.EmbeddingRefusal = new Fault(FaultKind.Upstream, "models.upstream_failed", "It broke.");

        await AskedAsync(app, "hi");

        Assert.DoesNotContain("The oldest", Asked().Last()[0].Text, StringComparison.Ordinal);
        Assert.Empty(Host.Errors.All);
    }

    [Fact]
    public async Task People_see_correct_and_forget_what_is_remembered_of_them()
    {
        var app = await GivenPublishedAppAsync(Remembering(new { facts = true }));
        Answering(Facts, () => """[{"op": "add", "text": "Likes tea."}, {"op": "add", "text": "Likes rain."}]""");
        await AskedAsync(app, "hi");
        var path = $"/api/v1/apps/{app}/memory";
        var id = (Guid)(await FactsAsync(app))[0]!["id"]!;

        var corrected = await CallAsync(HttpMethod.Patch, $"{path}/{id}", new { text = " Likes\nsnow. " });
        Assert.Equal("Likes snow.", (string?)corrected!["text"]);
        await CallAsync(HttpMethod.Patch, $"{path}/{id}", new { text = "" }, HttpStatusCode.BadRequest);
        await CallAsync(HttpMethod.Patch, $"{path}/{id}", new { text = new string('a', 501) }, HttpStatusCode.BadRequest);

        var other = Ids.New(Clock);
        Assert.Empty((await CallAsync(HttpMethod.Get, path, user: other))!["data"]!.AsArray());
        await CallAsync(HttpMethod.Delete, $"{path}/{id}", expect: HttpStatusCode.NotFound, user: other);
        await CallAsync(HttpMethod.Delete, $"{path}/{id}", expect: HttpStatusCode.NoContent);
        Assert.Single(await FactsAsync(app));
        await CallAsync(HttpMethod.Delete, path, expect: HttpStatusCode.NoContent);
        Assert.Empty(await FactsAsync(app));
    }

    [Fact]
    public async Task Who_may_read_logs_sees_what_is_remembered_of_an_end_user()
    {
        var app = await GivenPublishedAppAsync(Remembering(new { facts = true }));
        var key = await GivenKeyAsync(app);
        Answering(Facts, () => """[{"op": "add", "text": "Likes tea."}]""");
        await CallWithKeyAsync(HttpMethod.Post, "/v1/chat-messages", key, new { query = "hi", inputs = new { }, user = "u" });
        await Host.FollowedAsync();
        var endUser = await Host.Database.FirstOrDefaultAsync(
            $"SELECT id FROM studio.end_user WHERE app_id = {app}", row => row.At<Guid>(0), CancellationToken.None);
        var path = $"/api/v1/apps/{app}/memory?end_user_id={endUser}";

        Assert.Single((await CallAsync(HttpMethod.Get, path))!["data"]!.AsArray());
        using var viewer = await SendAsync(HttpMethod.Get, path, viewer: true);
        Assert.Equal(HttpStatusCode.Forbidden, viewer.StatusCode);
        var elsewhere = await GivenAppAsync();
        await CallAsync(
            HttpMethod.Get, $"/api/v1/apps/{elsewhere}/memory?end_user_id={endUser}", expect: HttpStatusCode.NotFound);
    }

    private static object Remembering(object memory) => new
    {
        model = new { provider = "mock", name = "echo" },
        middeck = new { memory },
    };

    // Answers as usual, and what the test says to those instructions that begin with the words.
    private void Answering(string instruction, Func<string> said)
        => Host.Models.Script = (messages, _) =>
        {
            var isBeside = messages[0].Text.StartsWith(instruction, StringComparison.Ordinal);
            var text = isBeside ? said() : IsBeside(messages) ? "[]" : $"You asked: {messages[^1].Text}";
            return new[] { new ChatResponseUpdate(ChatRole.Assistant, text) { FinishReason = ChatFinishReason.Stop } }
                .ToAsyncEnumerable();
        };

    private static bool IsBeside(IReadOnlyList<ChatMessage> messages)
        => messages[0].Text.StartsWith(Summaries, StringComparison.Ordinal)
            || messages[0].Text.StartsWith(Facts, StringComparison.Ordinal);

    private List<IReadOnlyList<ChatMessage>> Told(string instruction)
        => [.. Host.Models.Calls.Select(call => call.Messages)
            .Where(messages => messages[0].Text.StartsWith(instruction, StringComparison.Ordinal))];

    private List<IReadOnlyList<ChatMessage>> Asked()
        => [.. Host.Models.Calls.Select(call => call.Messages).Where(messages => !IsBeside(messages))];

    private async Task<Guid> AskedAsync(Guid app, string query, Guid? conversation = null)
    {
        var events = await AskAsync(app, query, new { conversation_id = conversation });
        await Host.FollowedAsync();
        return (Guid)events[0]["conversation_id"]!;
    }

    // One that the test looks for, and twice as many others as it says.
    private async Task GivenFactsAsync(Guid app, int pairs, string first)
    {
        var texts = new Queue<string>(
            Enumerable.Range(0, pairs * 2 - 1).Select(number => $"Number {number} is about something else").Prepend(first));
        Answering(Facts, () => $$"""
            [{"op": "add", "text": "{{texts.Dequeue()}}"}, {"op": "add", "text": "{{texts.Dequeue()}}"}]
            """);
        for (var i = 0; i < pairs; i++)
        {
            await AskedAsync(app, "hi");
        }

        Answering(Facts, () => "[]");
    }

    private async Task<JsonArray> FactsAsync(Guid app)
        => (await CallAsync(HttpMethod.Get, $"/api/v1/apps/{app}/memory"))!["data"]!.AsArray();
}
