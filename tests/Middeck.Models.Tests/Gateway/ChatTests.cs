using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.AI;
using Middeck.Models.Gateway;
using Middeck.Models.Usage;
using Middeck.ScriptedModel;
using Middeck.Testing;

namespace Middeck.Models.Tests.Gateway;

public sealed class ChatTests(PostgresFixture postgres) : ModelsTest(postgres)
{
    [Fact]
    public async Task An_answer_arrives_in_pieces_while_the_model_is_still_writing()
    {
        await GivenProviderAsync();
        var hold = new TaskCompletionSource();
        Upstream.Enqueue(new ScriptedReply { Chunks = ["first ", "second"], HoldAfterFirstChunk = hold.Task });
        using var client = await Gateway.ChatAsync(Call, "mock/script", CancellationToken.None);

        var text = "";
        await foreach (var update in client.GetStreamingResponseAsync("Begin."))
        {
            text += update.Text;
            if (text == "first ")
            {
                hold.SetResult();
            }
        }

        Assert.Equal("first second", text);
    }

    [Fact]
    public async Task The_usage_row_is_there_before_the_stream_ends_with_the_tokens_that_the_provider_counted()
    {
        await GivenProviderAsync();
        Upstream.Enqueue("One. ", "Two.");
        var app = Guid.CreateVersion7();
        using var client = await Gateway.ChatAsync(Call with { AppId = app, EndUser = "小王" }, "mock/script", CancellationToken.None);
        await using var updates = client.GetStreamingResponseAsync("Count.").GetAsyncEnumerator();

        while (await updates.MoveNextAsync())
        {
            Assert.Empty(await CallsAsync());
        }

        var call = await TheCallAsync();
        Assert.Equal(("mock", "script", ModelType.Llm, "api"), (call.Provider, call.Model, call.Type, call.Source));
        Assert.Equal((12, 34, false), (call.InputTokens, call.OutputTokens, call.Estimated));
        Assert.Equal((UsageStatus.Ok, null), (call.Status, call.ErrorCode));
        Assert.Equal((app, "小王"), (call.AppId, call.EndUser));
        Assert.InRange(call.TtftMs!.Value, 0, call.DurationMs);
    }

    [Fact]
    public async Task Tokens_that_the_provider_does_not_count_are_estimated_and_told_as_the_last_update()
    {
        await GivenProviderAsync();

        var updates = await AskAsync("mock/no-usage", "年假有几天？ How many?");

        var usage = Assert.IsType<UsageContent>(Assert.Single(updates[^1].Contents)).Details;
        var call = await TheCallAsync();
        Assert.True(call.Estimated);
        // Six wide characters, ten others, and the frame of one message.
        Assert.Equal((6 + 3 + 4, 6 + 3), (call.InputTokens, call.OutputTokens));
        Assert.Equal((call.InputTokens, call.OutputTokens), (usage.InputTokenCount, usage.OutputTokenCount));
    }

    [Fact]
    public async Task Options_and_fields_that_we_do_not_know_reach_the_provider()
    {
        await GivenProviderAsync();
        using var client = await Gateway.ChatAsync(Call, "mock/echo", CancellationToken.None);

        await client.GetResponseAsync("Hello.", new ChatOptions
        {
            Temperature = 0.3f,
            MaxOutputTokens = 50,
            StopSequences = ["END"],
            AdditionalProperties = new() { ["enable_thinking"] = false, ["model"] = "another" },
        });

        var body = (await Upstream.WaitForRequestAsync(_ => true)).Body;
        Assert.Equal("echo", body.GetProperty("model").GetString());
        Assert.Equal(0.3f, body.GetProperty("temperature").GetSingle());
        Assert.Equal(50, body.GetProperty("max_tokens").GetInt32());
        Assert.Equal("END", body.GetProperty("stop")[0].GetString());
        Assert.False(body.GetProperty("enable_thinking").GetBoolean());
    }

    [Fact]
    public async Task Fields_of_the_answer_that_we_do_not_know_are_kept_beside_each_update()
    {
        await GivenProviderAsync();

        var updates = await AskAsync("mock/echo");

        var raw = Assert.IsType<JsonElement>(updates[0].RawRepresentation);
        Assert.Equal("fp_scripted", raw.GetProperty("system_fingerprint").GetString());
    }

    [Fact]
    public async Task A_tool_call_that_comes_in_pieces_is_put_together()
    {
        await GivenProviderAsync();
        Upstream.Enqueue(new ScriptedReply
        {
            Deltas =
            [
                ToolDelta("""[{"index":0,"id":"call_1","type":"function","function":{"name":"search","arguments":"{\"que"}}]"""),
                ToolDelta("""[{"index":0,"function":{"arguments":"ry\":\"年假\"}"}}]"""),
            ],
            FinishReason = "tool_calls",
        });

        var updates = await AskAsync("mock/script");

        var call = Assert.Single(updates.SelectMany(update => update.Contents).OfType<FunctionCallContent>());
        Assert.Equal(("call_1", "search"), (call.CallId, call.Name));
        Assert.Equal("年假", call.Arguments!["query"]!.ToString());
    }

    [Fact]
    public async Task A_model_name_may_hold_slashes_and_colons()
    {
        await GivenProviderAsync();

        await AskAsync("mock/library/echo");

        Assert.Equal("library/echo", (await Upstream.WaitForRequestAsync(_ => true)).Model);
    }

    [Fact]
    public async Task Two_hundred_answers_at_once_leave_two_hundred_usage_rows()
    {
        await GivenProviderAsync();
        await AskAsync("mock/echo");

        await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => AskAsync("mock/chunks-5-20")));

        var rows = await Database.QueryAsync(
            $"SELECT output_tokens FROM models.usage WHERE workspace_id = {Workspace} AND model = 'chunks-5-20'",
            row => row.Get<long>("output_tokens"),
            CancellationToken.None);
        Assert.Equal(200, rows.Count);
        Assert.All(rows, tokens => Assert.Equal(5, tokens));
    }

    private static JsonObject ToolDelta(string calls) => new() { ["tool_calls"] = JsonNode.Parse(calls) };
}
