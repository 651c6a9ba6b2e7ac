using Middeck.Core.Errors;
using Middeck.Workflows.Graphs;

namespace Middeck.Workflows.Engine;

/// <summary>Where a run begins.</summary>
/// <param name="Scope">The level.</param>
/// <param name="Place">The node.</param>
/// <param name="IsAlone">Whether it is the only one to run.</param>
internal readonly record struct RunStart(GraphScope Scope, int Place, bool IsAlone)
{
    public static RunStart Of(RunRequest request)
    {
        if (request.OnlyNodeId is { } only)
        {
            var (scope, place) = request.Graph.Place(only) ?? throw Missing(only);
            return new(scope, place, IsAlone: true);
        }

        var top = request.Graph.Top;
        var root = request.RootId is { } id
            ? Array.FindIndex(top.Nodes, node => node.Id == id && NodeTypes.IsRoot(node.Type))
            : Array.FindIndex(top.Nodes, node => node.Type == NodeTypes.Start);
        if (root < 0 && request.RootId is null)
        {
            root = Array.FindIndex(top.Nodes, node => NodeTypes.IsRoot(node.Type));
        }

        return root < 0 ? throw Missing(request.RootId ?? "") : new(top, root, IsAlone: false);
    }

    private static FaultException Missing(string id) => new(Fault.Invalid(
        GraphProblems.InvalidRoot, $"The graph has no node '{id}' where a run can begin."));
}
