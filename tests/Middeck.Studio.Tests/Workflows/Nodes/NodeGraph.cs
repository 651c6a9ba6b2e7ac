using System.Text.Json;
using System.Text.Json.Nodes;

namespace Middeck.Studio.Tests.Workflows.Nodes;

/// <summary>Graphs in the DSL's form whose nodes follow each other.</summary>
internal static class NodeGraph
{
    /// <summary>The model of the script.</summary>
    public static object Script { get; } = new { provider = "mock", name = "script", mode = "chat" };

    /// <summary>A start and one node, which is called <c>n</c>.</summary>
    public static JsonElement Of(string type, object data) => Of(("n", type, data));

    /// <summary>A start and these nodes, one after the other.</summary>
    public static JsonElement Of(params (string Id, string Type, object Data)[] nodes)
    {
        var all = new JsonArray(Node("start", "start", new { variables = Array.Empty<object>() }));
        var edges = new JsonArray();
        var last = "start";
        foreach (var (id, type, data) in nodes)
        {
            all.Add(Node(id, type, data));
            edges.Add(Edge(last, "source", id));
            last = id;
        }

        return JsonSerializer.SerializeToElement(new JsonObject { ["nodes"] = all, ["edges"] = edges });
    }

    /// <summary>A start, a node <c>n</c>, and an answer behind each of its handles that says that handle.</summary>
    public static JsonElement Fork(string type, object data, params string[] handles)
    {
        var nodes = new JsonArray(Node("start", "start", new { variables = Array.Empty<object>() }), Node("n", type, data));
        var edges = new JsonArray(Edge("start", "source", "n"));
        foreach (var handle in handles)
        {
            nodes.Add(Node("on_" + handle, "answer", new { answer = handle }));
            edges.Add(Edge("n", handle, "on_" + handle));
        }

        return JsonSerializer.SerializeToElement(new JsonObject { ["nodes"] = nodes, ["edges"] = edges });
    }

    private static JsonObject Node(string id, string type, object data)
    {
        var fields = (JsonObject)JsonSerializer.SerializeToNode(data)!;
        fields["type"] = type;
        return new JsonObject { ["id"] = id, ["type"] = "custom", ["data"] = fields };
    }

    private static JsonObject Edge(string source, string handle, string target)
        => new() { ["source"] = source, ["sourceHandle"] = handle, ["target"] = target };
}
