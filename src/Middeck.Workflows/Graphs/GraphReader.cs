using System.Text.Json;
using Middeck.Workflows.Streaming;

namespace Middeck.Workflows.Graphs;

/// <summary>Reads nodes and edges, sorts them into levels and notes what is wrong on the way.</summary>
internal sealed class GraphReader(JsonElement json)
{
    // Deeper than anyone draws; it bounds recursion over graphs that somebody made up.
    private const int MaxDepth = 50;

    private readonly List<GraphProblem> _problems = [];
    private readonly Dictionary<string, GraphNode> _nodes = new(StringComparer.Ordinal);
    private readonly List<(string Source, string Target, string Handle)> _edges = [];
    private readonly Dictionary<string, (GraphScope, int)> _places = new(StringComparer.Ordinal);

    public WorkflowGraph Read()
    {
        ReadNodes();
        ReadEdges();
        var top = BuildScope(parent: null, containerIndex: -1, container: null, depth: 0);
        if (_nodes.Count > 0 && !top.Nodes.Where((node, index) => NodeTypes.IsRoot(node.Type) && top.Incoming[index] == 0).Any())
        {
            Error(GraphProblems.InvalidRoot, "The graph has no start. Add a start node or a trigger.", null);
        }

        foreach (var scope in Scopes(top))
        {
            GraphCheck.Check(scope, _problems);
        }

        foreach (var scope in Scopes(top))
        {
            ResponsePlanner.Plan(scope, _places);
        }

        return new(top, _places, [.. _problems.OrderByDescending(problem => problem.IsError)]);
    }

    private static IEnumerable<GraphScope> Scopes(GraphScope scope)
        => scope.Inner.Values.SelectMany(Scopes).Prepend(scope);

    private void ReadNodes()
    {
        foreach (var entry in json.List("nodes"))
        {
            var data = entry.Child("data");
            var type = data.Text("type");
            // A note has its type on the outside and none, or an empty one, within.
            if (entry.Text("type") == "custom-note" || type == "custom-note")
            {
                continue;
            }

            var id = entry.Text("id") ?? "";
            if (id.Length == 0)
            {
                Warn(GraphProblems.Malformed, "A node without an id was left out.", null);
                continue;
            }

            if (string.IsNullOrEmpty(type))
            {
                Warn(GraphProblems.UnknownType, $"The node '{id}' has no type and was left out.", id);
                continue;
            }

            if (!_nodes.TryAdd(id, new GraphNode(id, type, Owner(entry, data), data)))
            {
                Error(GraphProblems.DuplicateNode, $"Two nodes have the id '{id}'. Give one of them another.", id);
            }
        }

        if (_nodes.Count == 0)
        {
            Error(GraphProblems.Malformed, "The graph has no nodes. Add a start and connect what shall happen.", null);
        }
    }

    private static string? Owner(JsonElement entry, JsonElement data)
        => entry.Text("parentId") is { Length: > 0 } parent ? parent
            : data.Text("iteration_id") is { Length: > 0 } iteration ? iteration
            : data.Text("loop_id") is { Length: > 0 } loop ? loop
            : null;

    private void ReadEdges()
    {
        foreach (var edge in json.List("edges"))
        {
            var (source, target) = (edge.Text("source") ?? "", edge.Text("target") ?? "");
            var missing = _nodes.ContainsKey(source) ? target : source;
            if (!_nodes.ContainsKey(missing))
            {
                Warn(
                    GraphProblems.MissingNode,
                    $"The edge from '{source}' to '{target}' was left out, because there is no node '{missing}'.",
                    missing == source ? target : source);
                continue;
            }

            var handle = edge.Text("sourceHandle");
            _edges.Add((source, target, string.IsNullOrEmpty(handle) ? ScopeEdge.Source : handle));
        }
    }

    private GraphScope BuildScope(GraphScope? parent, int containerIndex, GraphNode? container, int depth)
    {
        var nodes = _nodes.Values.Where(node => LevelOf(node) == container).ToArray();
        var index = nodes.Select((node, number) => (node.Id, number)).ToDictionary(pair => pair.Id, pair => pair.number);
        var outgoing = nodes.Select(_ => new List<ScopeEdge>()).ToArray();
        foreach (var (source, target, handle) in _edges)
        {
            if (!index.TryGetValue(source, out var from))
            {
                continue;
            }

            if (index.TryGetValue(target, out var to))
            {
                outgoing[from].Add(new(to, handle));
            }
            else
            {
                Warn(
                    GraphProblems.EdgeCrossesContainer,
                    $"The edge from '{source}' to '{target}' was left out, because it crosses the border of a container.",
                    source);
            }
        }

        var scope = new GraphScope(parent, containerIndex, nodes, [.. outgoing.Select(edges => edges.ToArray())]);
        for (var i = 0; i < nodes.Length; i++)
        {
            _places[nodes[i].Id] = (scope, i);
            if (!NodeTypes.IsContainer(nodes[i].Type))
            {
                continue;
            }

            if (depth >= MaxDepth)
            {
                Error(GraphProblems.TooDeep, $"The container '{nodes[i].Id}' stands in more than {MaxDepth} others.", nodes[i].Id);
                continue;
            }

            scope.Inner[i] = BuildScope(scope, i, nodes[i], depth + 1);
        }

        return scope;
    }

    // Who names a parent that is no container runs at the top: where it is drawn says nothing about when it runs.
    private GraphNode? LevelOf(GraphNode node)
    {
        if (node.ParentId is not { } id)
        {
            return null;
        }

        if (_nodes.TryGetValue(id, out var parent) && NodeTypes.IsContainer(parent.Type) && !IsInsideItself(parent))
        {
            return parent;
        }

        var problem = new GraphProblem(
            GraphProblems.OutsideContainer, $"The node '{node.Id}' names the container '{id}', which is none.", node.Id, IsError: false);
        if (!_problems.Contains(problem))
        {
            _problems.Add(problem);
        }

        return null;
    }

    private bool IsInsideItself(GraphNode container)
    {
        var (node, steps) = (container, 0);
        while (node.ParentId is { } id && _nodes.TryGetValue(id, out var parent))
        {
            if (parent == container || ++steps > _nodes.Count)
            {
                return true;
            }

            node = parent;
        }

        return false;
    }

    private void Error(string code, string detail, string? node) => _problems.Add(new(code, detail, node, IsError: true));

    private void Warn(string code, string detail, string? node) => _problems.Add(new(code, detail, node, IsError: false));
}
