using System.Net;
using System.Text.Json.Nodes;
using Middeck.Testing;

namespace Middeck.Studio.Tests.FastGpt;

public sealed class FastGptTests(PostgresFixture postgres) : StudioTest(postgres)
{
    private const string Path = "/api/v1/chat/completions";

    [Fact]
    public async Task A_talk_with_a_name_is_remembered_and_one_without_is_sent_along()
    {
        var key = await GivenKeyAsync(await GivenPublishedAppAsync());

        await CallWithKeyAsync(HttpMethod.Post, Path, key, new { chatId = "t1", messages = Say("first") });
        var named = await CallWithKeyAsync(
            HttpMethod.Post, Path, key,
            new { chatId = "t1", messages = new[] { new { role = "user", content = "not looked at" }, new { role = "assistant", content = "no" }, new { role = "user", content = "second" } } });
        Assert.Equal(["first", "You asked: first", "second"], Sent());
        Assert.Equal("t1", (string?)named!["id"]);
        Assert.Equal("You asked: second", (string?)named["choices"]![0]!["message"]!["content"]);

        await CallWithKeyAsync(
            HttpMethod.Post, Path, key,
            new { messages = new[] { new { role = "user", content = "a" }, new { role = "assistant", content = "b" }, new { role = "user", content = "c" } } });
        Assert.Equal(["a", "b", "c"], Sent());
    }

    [Fact]
    public async Task The_details_name_what_each_part_did()
    {
        var key = await GivenKeyAsync(await GivenPublishedAppAsync(new
        {
            dataset_configs = new { datasets = new { datasets = new[] { new { dataset = new { id = Guid.Empty } } } } },
        }));
        Host.Knowledge.Holds("handbook.pdf", "Two weeks.", position: 4, page: 2);
        Host.Models.Says("Two weeks [1].");

        var answer = await CallWithKeyAsync(
            HttpMethod.Post, Path, key, new { detail = true, variables = new { city = "Rome" }, messages = Say("When?") });

        var nodes = answer!["responseData"]!.AsArray();
        Assert.Equal(["datasetSearchNode", "chatNode"], nodes.Select(node => (string?)node!["moduleType"]));
        Assert.Equal("Two weeks.", (string?)nodes[0]!["quoteList"]![0]!["q"]);
        Assert.Equal("Rome", (string?)answer["newVariables"]!["city"]);
    }

    [Fact]
    public async Task A_stream_with_details_names_its_events()
    {
        var key = await GivenKeyAsync(await GivenPublishedAppAsync());
        Host.Models.Says("Two ", "weeks.");

        using var response = await SendWithKeyAsync(
            HttpMethod.Post, Path, key, new { stream = true, detail = true, messages = Say("When?") });
        var lines = (await response.Content.ReadAsStringAsync()).Split('\n');

        Assert.Equal(
            ["flowNodeStatus", "answer", "answer", "answer", "answer", "workflowDuration", "flowResponses"],
            lines.Where(line => line.StartsWith("event: ", StringComparison.Ordinal)).Select(line => line[7..]));
        Assert.Equal("Two weeks.", string.Concat(Data(lines).Where(data => data.StartsWith('{'))
            .Select(data => (string?)JsonNode.Parse(data)!["choices"]?[0]!["delta"]!["content"])));
        Assert.Contains("[DONE]", Data(lines));
    }

    [Fact]
    public async Task Without_details_the_stream_is_that_of_OpenAI()
    {
        var key = await GivenKeyAsync(await GivenPublishedAppAsync());
        Host.Models.Says("Yes.");

        using var response = await SendWithKeyAsync(HttpMethod.Post, Path, key, new { stream = true, messages = Say("Well?") });
        var lines = (await response.Content.ReadAsStringAsync()).Split('\n');

        Assert.DoesNotContain(lines, line => line.StartsWith("event: ", StringComparison.Ordinal));
        Assert.Equal("[DONE]", Data(lines).Last());
    }

    [Theory]
    [InlineData("""{"messages":[]}""", "messages")]
    [InlineData("""{"messages":"hi"}""", "messages")]
    [InlineData("""{"stream":"yes","messages":[{"role":"user","content":"hi"}]}""", "stream")]
    [InlineData("""{"messages":[{"role":"assistant","content":"hi"}]}""", "role user")]
    public async Task What_cannot_be_taken_is_named_in_FastGPTs_envelope(string body, string named)
    {
        var key = await GivenKeyAsync(await GivenPublishedAppAsync());

        var refused = await CallWithKeyAsync(HttpMethod.Post, Path, key, JsonNode.Parse(body), HttpStatusCode.BadRequest);

        Assert.Equal(400, (int)refused!["code"]!);
        Assert.Contains(named, (string?)refused["message"], StringComparison.Ordinal);
        Assert.Empty(Host.Models.Calls);
    }

    private string[] Sent()
        => [.. Host.Models.Calls.Last().Messages.Select(message => message.Text)];

    private static object[] Say(string text) => [new { role = "user", content = text }];

    private static IEnumerable<string> Data(IEnumerable<string> lines)
        => lines.Where(line => line.StartsWith("data: ", StringComparison.Ordinal)).Select(line => line[6..]);
}
