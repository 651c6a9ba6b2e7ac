using System.Net;
using System.Text.Json.Nodes;
using Middeck.Studio.Tests.Fakes;
using Middeck.Testing;

namespace Middeck.Studio.Tests.Agents;

/// <summary>A test with agents whose model does what a script says.</summary>
public abstract class AgentTest(PostgresFixture postgres) : StudioTest(postgres)
{
    /// <summary>A published agent with these tools, each <c>provider/tool</c>; a <c>!</c> behind asks people first.</summary>
    private protected async Task<Guid> GivenAgentAsync(AgentScript script, object? more = null, params string[] tools)
    {
        Host.Models.Script = script.AnswerAsync;
        var id = (Guid)(await CallAsync(
            HttpMethod.Post, "/api/v1/apps", new { name = "Agent", mode = "agent-chat", config = Config(more, tools) },
            HttpStatusCode.Created))!["id"]!;
        await CallAsync(HttpMethod.Post, $"/api/v1/apps/{id}/publish");
        return id;
    }

    private protected static JsonObject Config(object? more, params string[] tools)
    {
        var agent = new JsonObject
        {
            ["enabled"] = true,
            ["strategy"] = "function_call",
            ["tools"] = new JsonArray([.. tools.Select(Tool)]),
        };
        var config = new JsonObject
        {
            ["model"] = new JsonObject { ["provider"] = "mock", ["name"] = "thinker" },
            ["agent_mode"] = agent,
        };
        foreach (var (name, value) in more is null ? [] : System.Text.Json.JsonSerializer.SerializeToNode(more)!.AsObject().ToList())
        {
            if (name is "strategy" or "max_iteration" or "prompt")
            {
                agent[name] = value?.DeepClone();
            }
            else
            {
                config[name] = value?.DeepClone();
            }
        }

        return config;
    }

    private protected static List<JsonObject> Named(IEnumerable<JsonObject> events, string name)
        => [.. events.Where(e => NameOf(e) == name)];

    private protected static string AnswerOf(IEnumerable<JsonObject> events)
        => string.Concat(Named(events, "agent_message").Select(e => (string?)e["answer"]));

    /// <summary>The steps as they were last told, those with calls.</summary>
    private protected static List<JsonNode> StepsOf(IEnumerable<JsonObject> events)
        => [.. Named(events, "agent_thought").GroupBy(e => (string)e["id"]!).Select(group => group.Last()["step"]!)
            .Where(step => step["calls"]!.AsArray().Count > 0)];

    private static JsonNode Tool(string name)
    {
        var parts = name.TrimEnd('!').Split('/');
        return new JsonObject
        {
            ["provider_type"] = "builtin",
            ["provider_id"] = parts[0],
            ["provider_name"] = parts[0],
            ["tool_name"] = parts[1],
            ["tool_label"] = parts[1],
            ["tool_parameters"] = new JsonObject(),
            ["enabled"] = true,
            ["middeck"] = new JsonObject { ["confirm"] = name.EndsWith('!') },
        };
    }
}
