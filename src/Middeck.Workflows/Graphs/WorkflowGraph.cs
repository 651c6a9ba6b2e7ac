using System.Text.Json;
using Middeck.Core.Errors;
using Middeck.Workflows.Upgrades;

namespace Middeck.Workflows.Graphs;

/// <summary>
/// A view of a DSL's <c>graph</c> for checking and running it. The JSON itself is not touched; graphs of older versions are read as if
/// they had been upgraded. Read once, run any number of times, also at the same time.
/// </summary>
public sealed class WorkflowGraph
{
    private readonly Dictionary<string, (GraphScope Scope, int Index)> _places;

    internal WorkflowGraph(
        GraphScope top, Dictionary<string, (GraphScope Scope, int Index)> places, IReadOnlyList<GraphProblem> problems)
    {
        Top = top;
        _places = places;
        Problems = problems;
        Nodes = [.. places.Values.Select(place => place.Scope.Nodes[place.Index])];
        StreamedVariables = [.. places.Values
            .Select(place => place.Scope).Distinct()
            .SelectMany(scope => scope.Responses)
            .SelectMany(response => response.Parts)
            .Where(part => part.Selector is { Parts.Count: 2 })
            .Select(part => (part.Selector!.Node, part.Selector.Variable))];
        HasPauses = Nodes.Any(node => node.Type == NodeTypes.HumanInput);
    }

    /// <summary>All nodes that can run, those inside containers too; notes are no nodes.</summary>
    public IReadOnlyList<GraphNode> Nodes { get; }

    /// <summary>What is wrong: errors first.</summary>
    public IReadOnlyList<GraphProblem> Problems { get; }

    /// <summary>Whether nothing forbids running it.</summary>
    public bool CanRun => Problems.All(problem => !problem.IsError);

    /// <summary>The nodes where a run may begin.</summary>
    public IEnumerable<GraphNode> Roots => Top.Nodes.Where((node, index) => NodeTypes.IsRoot(node.Type) && Top.Incoming[index] == 0);

    internal GraphScope Top { get; }

    internal HashSet<(string Node, string Variable)> StreamedVariables { get; }

    internal bool HasPauses { get; }

    /// <summary>Reads the DSL's <c>graph</c> (<c>{"nodes": […], "edges": […]}</c>) of any version. Never throws for its content.</summary>
    public static WorkflowGraph Read(JsonElement graph) => new GraphReader(GraphUpgrade.Apply(graph).Clone()).Read();

    /// <summary>The node of that id; null when there is none.</summary>
    public GraphNode? Find(string id) => _places.TryGetValue(id, out var place) ? place.Scope.Nodes[place.Index] : null;

    /// <summary>Throws a <see cref="FaultException"/> with the first error when the graph cannot run.</summary>
    public void EnsureCanRun()
    {
        if (Problems.FirstOrDefault(problem => problem.IsError) is { } problem)
        {
            throw new FaultException(Fault.Invalid(problem.Code, problem.Detail, problem.NodeId));
        }
    }

    internal (GraphScope Scope, int Index)? Place(string id) => _places.TryGetValue(id, out var place) ? place : null;
}
