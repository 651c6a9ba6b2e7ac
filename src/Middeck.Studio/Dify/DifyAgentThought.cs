using System.Text.Json;
using System.Text.Json.Nodes;
using Middeck.Core;
using Middeck.Studio.Agents;

namespace Middeck.Studio.Dify;

/// <summary>
/// A step of an agent as Dify lists it. Several tools of one step stand in <c>tool</c> with <c>;</c> between, and their inputs and
/// results in objects by their names: <c>{"current_time": {"timezone": "UTC"}}</c>.
/// </summary>
internal sealed record DifyAgentThought(
    Guid Id,
    string? ChainId,
    Guid MessageId,
    int Position,
    string Thought,
    string Observation,
    string Tool,
    JsonObject ToolLabels,
    string ToolInput,
    long CreatedAt,
    IReadOnlyList<Guid> Files,
    IReadOnlyList<Guid> MessageFiles)
{
    public static DifyAgentThought Of(Guid messageId, AgentStep step)
    {
        var labels = new JsonObject();
        foreach (var call in step.Calls)
        {
            labels[call.Tool] = new JsonObject { ["en_US"] = call.Label.En, ["zh_Hans"] = call.Label.Zh };
        }

        List<Guid> files = [.. step.Calls.SelectMany(call => call.Files).Select(file => file.Id)];
        return new DifyAgentThought(
            step.Id, ChainId: null, messageId, step.Position, step.Thought,
            ByTool(step.Calls.Where(call => call.Output is not null), call => JsonValue.Create(call.Output)),
            string.Join(';', step.Calls.Select(call => call.Tool)), labels,
            ByTool(step.Calls, call => JsonNode.Parse(call.Input.GetRawText())), step.CreatedAt.ToUnixTimeSeconds(), files, files);
    }

    // A tool that is called twice in a step keeps both; the second under its name with a number.
    private static string ByTool(IEnumerable<AgentCall> calls, Func<AgentCall, JsonNode?> value)
    {
        var all = new JsonObject();
        foreach (var call in calls)
        {
            var name = call.Tool;
            for (var number = 2; all.ContainsKey(name); number++)
            {
                name = $"{call.Tool}_{number}";
            }

            all[name] = value(call);
        }

        return all.Count == 0 ? "" : JsonSerializer.Serialize(all, Json.Snake);
    }
}
