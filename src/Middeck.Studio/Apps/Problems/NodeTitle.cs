using Middeck.Workflows.Graphs;

namespace Middeck.Studio.Apps.Problems;

/// <summary>What people call a node.</summary>
internal static class NodeTitle
{
    /// <summary>Its title in quotes, or its id when it has none.</summary>
    public static string Of(GraphNode node) => $"'{(node.Title.Length > 0 ? node.Title : node.Id)}'";
}
