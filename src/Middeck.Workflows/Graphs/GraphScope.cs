using Middeck.Workflows.Streaming;

namespace Middeck.Workflows.Graphs;

/// <summary>
/// The nodes of one level, the top or the inside of a container, with their edges as numbers: everything that a run needs and that
/// does not change from run to run.
/// </summary>
internal sealed class GraphScope(GraphScope? parent, int containerIndex, GraphNode[] nodes, ScopeEdge[][] outgoing)
{
    /// <summary>The level around; null at the top.</summary>
    public GraphScope? Parent { get; } = parent;

    /// <summary>Where the container stands in the level around; -1 at the top.</summary>
    public int ContainerIndex { get; } = containerIndex;

    public GraphNode[] Nodes { get; } = nodes;

    public ScopeEdge[][] Outgoing { get; } = outgoing;

    /// <summary>How many edges end at each node.</summary>
    public int[] Incoming { get; } = CountIncoming(nodes, outgoing);

    /// <summary>Whether a success of the node does not yet say that its plain edges will be taken.</summary>
    public bool[] Branching { get; } = [.. nodes.Select((node, index) => IsBranching(node, outgoing[index]))];

    /// <summary>The insides of the containers of this level by the container's index.</summary>
    public Dictionary<int, GraphScope> Inner { get; } = [];

    /// <summary>Where the inside of a container begins; -1 at the top, where the caller chooses.</summary>
    public int Start { get; } = Array.FindIndex(nodes, node => parent is not null && NodeTypes.IsContainerStart(node.Type));

    /// <summary>The nodes of this level that write what the caller reads.</summary>
    public ResponsePlan[] Responses { get; set; } = [];

    /// <summary>By node: the responses (by position in <see cref="Responses"/>) that must wait for it.</summary>
    public int[][] HoldsBack { get; set; } = [];

    /// <summary>By node: its position in <see cref="Responses"/>, else -1.</summary>
    public int[] ResponseOf { get; set; } = [];

    private static int[] CountIncoming(GraphNode[] nodes, ScopeEdge[][] outgoing)
    {
        var counts = new int[nodes.Length];
        foreach (var edge in outgoing.SelectMany(edges => edges))
        {
            counts[edge.Target]++;
        }

        return counts;
    }

    private static bool IsBranching(GraphNode node, ScopeEdge[] edges)
        => NodeTypes.IsBranch(node.Type)
            || node.ErrorStrategy == ErrorStrategy.FailBranch
            || edges.Any(edge => !edge.IsPlain);
}
