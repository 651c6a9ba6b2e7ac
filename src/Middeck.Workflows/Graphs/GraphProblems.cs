namespace Middeck.Workflows.Graphs;

/// <summary>The codes of <see cref="GraphProblem"/>. They never change their meaning.</summary>
public static class GraphProblems
{
    /// <summary>There are no nodes, or what should be a list or an object is none.</summary>
    public const string Malformed = "workflows.malformed_graph";

    /// <summary>Two nodes have the same id.</summary>
    public const string DuplicateNode = "workflows.duplicate_node";

    /// <summary>An edge begins or ends at a node that does not exist.</summary>
    public const string MissingNode = "workflows.missing_node";

    /// <summary>Nodes that wait for each other.</summary>
    public const string Cycle = "workflows.cycle";

    /// <summary>There is nowhere to begin, in the graph or in a container.</summary>
    public const string InvalidRoot = "workflows.invalid_root";

    /// <summary>A node's type is unknown.</summary>
    public const string UnknownType = "workflows.unknown_node_type";

    /// <summary>A node that belongs into a container stands outside, or names a parent that is no container.</summary>
    public const string OutsideContainer = "workflows.node_outside_container";

    /// <summary>An edge leads into a container or out of it.</summary>
    public const string EdgeCrossesContainer = "workflows.edge_crosses_container";

    /// <summary>No way leads from a start to the node.</summary>
    public const string Unreachable = "workflows.unreachable_node";

    /// <summary>Containers within containers, deeper than is allowed.</summary>
    public const string TooDeep = "workflows.too_deep";
}
