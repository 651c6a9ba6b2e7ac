using System.Text.Json;
using System.Text.Json.Nodes;

namespace Middeck.Workflows.Upgrades;

/// <summary>
/// Brings graphs of older versions into today's shape: in a copy when a graph is read for a run, and at import when the stored graph
/// itself shall be today's. What is not understood stays as it is.
/// </summary>
public static class GraphUpgrade
{
    /// <summary>Changes the graph in place and says what was changed, one sentence each; nothing for a graph of today.</summary>
    public static IReadOnlyList<string> Apply(JsonObject graph)
    {
        var changes = new List<string>();
        if (graph["nodes"] is not JsonArray nodes)
        {
            return changes;
        }

        foreach (var node in nodes.OfType<JsonObject>().ToList())
        {
            if (node["data"] is not JsonObject data)
            {
                continue;
            }

            var id = Text(node, "id") ?? "";
            NodeNameUpgrade.Apply(id, data, changes);
            IfElseUpgrade.Apply(id, data, changes);
            HttpBodyUpgrade.Apply(id, data, changes);
            ToolParameterUpgrade.Apply(id, data, changes);
            ContainerStartUpgrade.Apply(id, node, data, graph, changes);
        }

        return changes;
    }

    /// <summary>
    /// Changes in place only what nobody could draw, containers without a start node or without their children, and says what was
    /// changed; nothing for a graph whose containers are complete.
    /// </summary>
    public static IReadOnlyList<string> CompleteContainers(JsonObject graph)
    {
        var changes = new List<string>();
        foreach (var node in (graph["nodes"] as JsonArray ?? []).OfType<JsonObject>().ToList())
        {
            if (node["data"] is JsonObject data)
            {
                ContainerStartUpgrade.Apply(Text(node, "id") ?? "", node, data, graph, changes);
            }
        }

        return changes;
    }

    /// <summary>The graph in today's shape: the same element when nothing had to be changed.</summary>
    public static JsonElement Apply(JsonElement graph)
    {
        if (JsonNode.Parse(graph.GetRawText(), documentOptions: new() { AllowDuplicateProperties = true }) is not JsonObject copy
            || Apply(copy).Count == 0)
        {
            return graph;
        }

        return JsonSerializer.SerializeToElement(copy);
    }

    internal static string? Text(JsonObject from, string name)
        => from[name] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
}
