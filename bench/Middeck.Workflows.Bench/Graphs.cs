using System.Text.Json;
using Middeck.Workflows.Graphs;

namespace Middeck.Workflows.Bench;

/// <summary>The graphs that are measured.</summary>
internal static class Graphs
{
    /// <summary>Nodes one after the other.</summary>
    public static WorkflowGraph Chain(int size)
    {
        List<object> nodes = [Node("start", new { type = "start", variables = Array.Empty<object>() })];
        List<object> edges = [];
        for (var i = 0; i < size; i++)
        {
            var before = i == 0 ? "start" : $"n{i - 1}";
            nodes.Add(Node($"n{i}", new { type = "step", from = Value(before) }));
            edges.Add(new { source = before, target = $"n{i}" });
        }

        return End(nodes, edges, $"n{size - 1}");
    }

    /// <summary>Nodes side by side, and one that waits for all of them.</summary>
    public static WorkflowGraph Fan(int size)
    {
        List<object> nodes = [Node("start", new { type = "start", variables = Array.Empty<object>() })];
        List<object> edges = [];
        for (var i = 0; i < size; i++)
        {
            nodes.Add(Node($"n{i}", new { type = "step", from = Value("start") }));
            edges.Add(new { source = "start", target = $"n{i}" });
            edges.Add(new { source = $"n{i}", target = "join" });
        }

        nodes.Add(Node("join", new { type = "step", from = Value("n0") }));
        return End(nodes, edges, "join");
    }

    private static WorkflowGraph End(List<object> nodes, List<object> edges, string last)
    {
        var outputs = new[] { new { variable = "value", value_selector = Value(last) } };
        nodes.Add(Node("end", new { type = "end", outputs }));
        edges.Add(new { source = last, target = "end" });
        return WorkflowGraph.Read(JsonSerializer.SerializeToElement(new { nodes, edges }));
    }

    private static string[] Value(string node) => [node, "value"];

    private static object Node(string id, object data) => new { id, type = "custom", data };
}
