using System.Text.Json;
using System.Text.Json.Nodes;
using Middeck.Studio.Configuration;
using Middeck.Workflows.Upgrades;

namespace Middeck.Studio.Templates;

/// <summary>
/// Writes out the short form in which our templates draw their graphs:
/// <code>
/// nodes:
///   - {id: start, at: [0, 0], data: {type: start}}            at: column and row
///   - {id: batch, at: [1, 0], size: [2, 1], data: {type: iteration, start_node_id: each}}
///   - {id: each, in: batch, at: [0, 0], data: {type: llm}}    at: within the container
/// edges: ["start > batch", "check:true > yes"]                a handle behind the colon
/// </code>
/// </summary>
internal static class TemplateGraph
{
    private const int Column = 304;
    private const int Row = 168;
    private const int Width = 244;
    private const int Left = 80;
    private const int Top = 120;
    private const int InnerLeft = 128;
    private const int InnerTop = 68;
    private const int InnerLayer = 1001;

    /// <summary>The DSL's <c>graph</c>.</summary>
    public static JsonObject Expand(JsonElement graph)
    {
        var nodes = graph.Member("nodes").Items().ToDictionary(static node => node.GetProperty("id").GetString()!);
        var expanded = new JsonObject
        {
            ["nodes"] = new JsonArray([.. nodes.Values.Select(node => Node(node, nodes))]),
            ["edges"] = new JsonArray([.. graph.Member("edges").Texts().Select(edge => Edge(edge, nodes))]),
            ["viewport"] = new JsonObject { ["x"] = 0, ["y"] = 0, ["zoom"] = 0.8 },
        };
        GraphUpgrade.CompleteContainers(expanded);
        return expanded;
    }

    private static JsonObject Node(JsonElement node, Dictionary<string, JsonElement> all)
    {
        var container = node.Member("in").Text();
        var (column, row) = (node.GetProperty("at")[0].GetDouble(), node.GetProperty("at")[1].GetDouble());
        var data = JsonObject.Create(node.GetProperty("data"))!;
        data.TryAdd("desc", "");
        var written = new JsonObject
        {
            ["id"] = node.GetProperty("id").GetString(),
            ["type"] = "custom",
            ["position"] = container is null
                ? new JsonObject { ["x"] = Left + (column * Column), ["y"] = Top + (row * Row) }
                : new JsonObject { ["x"] = InnerLeft + (column * Column), ["y"] = InnerTop + (row * Row) },
            ["width"] = Width,
            ["sourcePosition"] = "right",
            ["targetPosition"] = "left",
            ["data"] = data,
        };
        if (node.Member("size") is { } size)
        {
            var (width, height) = (InnerLeft + (size[0].GetDouble() * Column), InnerTop + (size[1].GetDouble() * Row));
            (written["width"], written["height"]) = (width, height);
            (data["width"], data["height"]) = (width, height);
            written["zIndex"] = 1;
        }

        if (container is not null)
        {
            written["parentId"] = container;
            written["extent"] = "parent";
            written["zIndex"] = InnerLayer;
            Mark(data, all[container], container);
        }

        return written;
    }

    private static JsonObject Edge(string edge, Dictionary<string, JsonElement> all)
    {
        var ends = edge.Split(" > ");
        var from = ends[0].Split(':');
        var (source, handle, target) = (from[0], from.Length > 1 ? from[1] : "source", ends[1]);
        var data = new JsonObject
        {
            ["sourceType"] = TypeOf(all[source]),
            ["targetType"] = TypeOf(all[target]),
            ["isInIteration"] = false,
            ["isInLoop"] = false,
        };
        var container = all[source].Member("in").Text();
        if (container is not null)
        {
            Mark(data, all[container], container);
        }

        return new JsonObject
        {
            ["id"] = $"{source}-{handle}-{target}-target",
            ["type"] = "custom",
            ["source"] = source,
            ["sourceHandle"] = handle,
            ["target"] = target,
            ["targetHandle"] = "target",
            ["data"] = data,
            ["zIndex"] = container is null ? 0 : InnerLayer + 1,
        };
    }

    private static void Mark(JsonObject data, JsonElement container, string id)
    {
        var isLoop = TypeOf(container) == "loop";
        data[isLoop ? "isInLoop" : "isInIteration"] = true;
        data[isLoop ? "loop_id" : "iteration_id"] = id;
    }

    private static string? TypeOf(JsonElement node) => node.Member("data").Member("type").Text();
}
