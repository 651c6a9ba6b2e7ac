namespace Middeck.Workflows.Graphs;

/// <summary>What can be wrong within one level.</summary>
internal static class GraphCheck
{
    public static void Check(GraphScope scope, List<GraphProblem> problems)
    {
        FindCycle(scope, problems);
        CheckStarts(scope, problems);
        for (var i = 0; i < scope.Nodes.Length; i++)
        {
            var node = scope.Nodes[i];
            if (!NodeTypes.IsKnown(node.Type))
            {
                problems.Add(new(
                    GraphProblems.UnknownType,
                    $"The node '{node.Id}' is of the type '{node.Type}', which does not exist here. A run fails when it gets there.",
                    node.Id,
                    IsError: false));
            }
            else if (scope.Parent is null && (NodeTypes.IsContainerStart(node.Type) || node.Type == NodeTypes.LoopEnd))
            {
                problems.Add(new(
                    GraphProblems.OutsideContainer,
                    $"The node '{node.Id}' ({node.Type}) stands outside of a container.",
                    node.Id,
                    IsError: false));
            }
            else if (scope.Incoming[i] == 0 && i != scope.Start && !(scope.Parent is null && NodeTypes.IsRoot(node.Type)))
            {
                problems.Add(new(
                    GraphProblems.Unreachable, $"No edge leads to the node '{node.Id}', so it never runs.", node.Id, IsError: false));
            }
        }
    }

    private static void CheckStarts(GraphScope scope, List<GraphProblem> problems)
    {
        foreach (var (index, inner) in scope.Inner)
        {
            if (inner.Start < 0)
            {
                problems.Add(new(
                    GraphProblems.InvalidRoot,
                    $"The container '{scope.Nodes[index].Id}' has no start node inside. Add one and connect it.",
                    scope.Nodes[index].Id,
                    IsError: true));
            }
        }
    }

    // Takes away what waits for nothing until nothing changes; what is left waits for itself.
    private static void FindCycle(GraphScope scope, List<GraphProblem> problems)
    {
        var waiting = (int[])scope.Incoming.Clone();
        var free = new Stack<int>(Enumerable.Range(0, waiting.Length).Where(node => waiting[node] == 0));
        var left = scope.Nodes.Length;
        while (free.TryPop(out var node))
        {
            left--;
            foreach (var edge in scope.Outgoing[node])
            {
                if (--waiting[edge.Target] == 0)
                {
                    free.Push(edge.Target);
                }
            }
        }

        if (left == 0)
        {
            return;
        }

        var node0 = Enumerable.Range(0, waiting.Length).First(node => waiting[node] > 0 && IsOnCycle(scope, node));
        problems.Add(new(
            GraphProblems.Cycle,
            $"The node '{scope.Nodes[node0].Id}' waits for itself: the edges run in a circle. Use a loop node instead.",
            scope.Nodes[node0].Id,
            IsError: true));
    }

    private static bool IsOnCycle(GraphScope scope, int start)
    {
        var seen = new HashSet<int>();
        var next = new Stack<int>([start]);
        while (next.TryPop(out var node))
        {
            foreach (var edge in scope.Outgoing[node])
            {
                if (edge.Target == start)
                {
                    return true;
                }

                if (seen.Add(edge.Target))
                {
                    next.Push(edge.Target);
                }
            }
        }

        return false;
    }
}
