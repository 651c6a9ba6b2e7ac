using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Middeck.ScriptedModel;
using Middeck.Testing.Hosting;

namespace Middeck.Studio.Tests.Platform;

/// <summary>Agents in the whole platform, with a model that is asked over HTTP.</summary>
public sealed class AgentPlatformTests(MiddeckHost host) : IClassFixture<MiddeckHost>
{
    [Fact]
    public async Task Function_calls_go_to_a_provider_and_back_in_streams()
    {
        var workspace = await host.CreateWorkspaceAsync("Agents");
        await workspace.Owner.PostAsync(
            "/api/v1/model-providers",
            new
            {
                name = "mock",
                kind = "openai",
                base_url = host.Model.BaseUrl,
                api_key = ScriptedModelServer.ApiKey,
                models = new[] { new { name = "script", type = "llm" } },
            },
            201);
        var app = (await workspace.Owner.PostAsync(
            "/api/v1/apps",
            new
            {
                name = "Agent",
                mode = "agent-chat",
                config = new
                {
                    model = new { provider = "mock", name = "script" },
                    agent_mode = new
                    {
                        enabled = true,
                        strategy = "function_call",
                        tools = new[]
                        {
                            Tool("maths", "eval_expression"), Tool("time", "weekday"),
                        },
                    },
                },
            },
            201)).GetProperty("id").GetString();
        // Two calls in pieces, the second without an index of its own, as some servers send them.
        host.Model.Enqueue(new ScriptedReply
        {
            Chunks = ["I look it up."],
            Deltas =
            [
                Calls("""[{"index":0,"id":"a","type":"function","function":{"name":"eval_expression","arguments":"{\"expre"}}]"""),
                Calls("""[{"index":0,"function":{"arguments":"ssion\":\"6*7\"}"}}]"""),
                Calls("""[{"index":0,"id":"b","type":"function","function":{"name":"weekday","arguments":"{\"year\":2026,\"month\":11,\"day\":21}"}}]"""),
            ],
            FinishReason = "tool_calls",
        });
        host.Model.Enqueue("It is ", "42.");

        using var body = new StringContent("""{"query": "How much, and when?", "draft": true}""", Encoding.UTF8, "application/json");
        using var answer = await workspace.Owner.Http.PostAsync($"/api/v1/apps/{app}/chat", body);
        var stream = await answer.Content.ReadAsStringAsync();

        var asked = host.Model.Requests.Where(request => request.Model == "script").Select(request => request.Body).ToList();
        Assert.Equal(
            ["eval_expression", "weekday"],
            asked[0].GetProperty("tools").EnumerateArray().Select(tool => tool.GetProperty("function").GetProperty("name").GetString()));
        var told = asked[1].GetProperty("messages").EnumerateArray().ToList();
        Assert.Equal(["user", "assistant", "tool", "tool"], told.Select(message => message.GetProperty("role").GetString()));
        Assert.Equal(["a", "b"], told[1].GetProperty("tool_calls").EnumerateArray().Select(call => call.GetProperty("id").GetString()));
        Assert.Equal(
            [("a", "42"), ("b", "2026-11-21 is a Saturday.")],
            told.Skip(2).Select(message => (message.GetProperty("tool_call_id").GetString()!, message.GetProperty("content").GetString()!)));
        var events = stream.Split('\n').Where(line => line.StartsWith("data: ", StringComparison.Ordinal))
            .Select(line => JsonSerializer.Deserialize<JsonElement>(line[6..])).ToList();
        Assert.Equal(
            "I look it up.\n\nIt is 42.",
            string.Concat(events.Where(e => e.GetProperty("event").GetString() == "agent_message").Select(e => e.GetProperty("answer").GetString())));
        Assert.Equal(24, events[^1].GetProperty("metadata").GetProperty("usage").GetProperty("prompt_tokens").GetInt32());
    }

    private static object Tool(string provider, string name)
        => new { provider_type = "builtin", provider_id = provider, provider_name = provider, tool_name = name, tool_parameters = new { }, enabled = true };

    private static JsonObject Calls(string calls) => new() { ["tool_calls"] = JsonNode.Parse(calls) };
}
