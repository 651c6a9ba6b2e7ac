using System.Text.Json;
using System.Text.Json.Nodes;
using Middeck.Workflows.Graphs;

namespace Middeck.Workflows.Tests.Support;

/// <summary>Writes graphs in the DSL's form: nodes with their data, edges as <c>"a -> b"</c> or <c>"a:handle -> b"</c>.</summary>
internal sealed class GraphBuilder
{
    private readonly JsonArray _nodes = [];
    private readonly JsonArray _edges = [];

    public GraphBuilder Node(string id, string type, object? data = null, string? inside = null)
    {
        var fields = data is null ? new JsonObject() : (JsonObject)JsonSerializer.SerializeToNode(data)!;
        fields["type"] = type;
        var node = new JsonObject { ["id"] = id, ["type"] = "custom", ["data"] = fields };
        if (inside is not null)
        {
            node["parentId"] = inside;
        }

        _nodes.Add(node);
        return this;
    }

    public GraphBuilder Start(string id = "start") => Node(id, "start", new { variables = Array.Empty<object>() });

    public GraphBuilder Answer(string id, string text, string? inside = null) => Node(id, "answer", new { answer = text }, inside);

    /// <summary>An end with outputs such as <c>"x=node.variable"</c>.</summary>
    public GraphBuilder End(string id, params string[] outputs) => Node(id, "end", new
    {
        outputs = outputs.Select(output => new
        {
            variable = output.Split('=')[0],
            value_selector = output.Split('=')[1].Split('.'),
        }),
    });

    /// <summary>A branch whose case <c>true</c> compares <c>variable</c> with a value.</summary>
    public GraphBuilder If(string id, string variable, string comparison, object value, string? inside = null) => Node(
        id,
        "if-else",
        new
        {
            cases = new[]
            {
                new
                {
                    case_id = "true",
                    logical_operator = "and",
                    conditions = new[] { new { variable_selector = variable.Split('.'), comparison_operator = comparison, value } },
                },
            },
        },
        inside);

    /// <summary>An assigner of version 2 with one item.</summary>
    public GraphBuilder Assign(string id, string variable, string operation, object value, string inputType = "constant", string? inside = null)
        => Node(
            id,
            "assigner",
            new
            {
                version = "2",
                items = new[] { new { variable_selector = variable.Split('.'), operation, input_type = inputType, value } },
            },
            inside);

    public GraphBuilder Iteration(string id, string items, string output, object? more = null, string? inside = null)
        => Container(id, "iteration", new { iterator_selector = items.Split('.'), output_selector = output.Split('.') }, more, inside);

    public GraphBuilder Loop(string id, int rounds, object? more = null, string? inside = null)
        => Container(id, "loop", new { loop_count = rounds }, more, inside);

    public GraphBuilder Edges(params string[] edges)
    {
        foreach (var edge in edges)
        {
            var (source, target) = (edge.Split("->")[0].Trim(), edge.Split("->")[1].Trim());
            var handle = source.Contains(':', StringComparison.Ordinal) ? source.Split(':')[1] : "source";
            _edges.Add(new JsonObject { ["source"] = source.Split(':')[0], ["sourceHandle"] = handle, ["target"] = target });
        }

        return this;
    }

    public JsonElement Json() => JsonSerializer.SerializeToElement(new JsonObject { ["nodes"] = _nodes.DeepClone(), ["edges"] = _edges.DeepClone() });

    public WorkflowGraph Build() => WorkflowGraph.Read(Json());

    private GraphBuilder Container(string id, string type, object data, object? more, string? inside)
    {
        var fields = (JsonObject)JsonSerializer.SerializeToNode(data)!;
        if (more is not null)
        {
            foreach (var (name, value) in (JsonObject)JsonSerializer.SerializeToNode(more)!)
            {
                fields[name] = value?.DeepClone();
            }
        }

        fields["start_node_id"] = id + "start";
        Node(id, type, fields, inside);
        return Node(id + "start", type + "-start", new { title = "" }, id);
    }
}
