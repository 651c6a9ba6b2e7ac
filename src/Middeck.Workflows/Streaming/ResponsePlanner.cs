using Middeck.Workflows.Graphs;
using Middeck.Workflows.Values;

namespace Middeck.Workflows.Streaming;

/// <summary>
/// Works out for each response node of a level what it writes and for whom it must wait: containers and other responses before it,
/// and assigners before it that write a variable which it shows.
/// </summary>
internal static class ResponsePlanner
{
    public static void Plan(GraphScope scope, Dictionary<string, (GraphScope Scope, int Index)> places)
    {
        var responses = Enumerable.Range(0, scope.Nodes.Length).Where(i => NodeTypes.IsResponse(scope.Nodes[i].Type)).ToArray();
        var holds = scope.Nodes.Select(_ => new List<int>()).ToArray();
        scope.ResponseOf = [.. scope.Nodes.Select((_, index) => Array.IndexOf(responses, index))];
        scope.Responses = new ResponsePlan[responses.Length];
        var depths = responses.Length == 0 ? [] : Depths(scope);
        for (var i = 0; i < responses.Length; i++)
        {
            var node = scope.Nodes[responses[i]];
            ResponsePart[] parts = [.. Template(node).Select(part => Locate(part, scope, places))];
            var shown = parts.Where(part => part.Selector is not null).Select(part => (part.Selector!.Node, part.Selector.Variable)).ToHashSet();
            var holders = Ancestors(scope, responses[i]).Where(before => HoldsBack(scope.Nodes[before], shown)).ToList();
            holders.ForEach(before => holds[before].Add(i));
            scope.Responses[i] = new(responses[i], node.Type == NodeTypes.Answer, parts, holders.Count, depths[responses[i]]);
        }

        scope.HoldsBack = [.. holds.Select(list => list.ToArray())];
    }

    private static IEnumerable<TemplatePart> Template(GraphNode node)
    {
        if (node.Type == NodeTypes.Answer)
        {
            return TextTemplate.Parse(node.Data.Text("answer") ?? "").Parts;
        }

        // Several results of a workflow are written one below the other.
        var parts = new List<TemplatePart>();
        foreach (var output in node.Data.List("outputs"))
        {
            if (parts.Count > 0)
            {
                parts.Add(new("\n"));
            }

            parts.Add(new("", Selector.Read(output, "value_selector")));
        }

        return parts;
    }

    private static ResponsePart Locate(
        TemplatePart part, GraphScope scope, Dictionary<string, (GraphScope Scope, int Index)> places)
    {
        if (part.Selector is not { } selector || selector.IsSpecial)
        {
            return new(part.Text, part.Selector);
        }

        if (!places.TryGetValue(selector.Node, out var place))
        {
            return new(part.Text, selector);
        }

        var levels = new List<GraphScope>();
        for (var level = scope; level is not null; level = level.Parent)
        {
            levels.Add(level);
        }

        var isNodeItself = true;
        while (!levels.Contains(place.Scope))
        {
            place = (place.Scope.Parent!, place.Scope.ContainerIndex);
            isNodeItself = false;
        }

        var up = levels.IndexOf(place.Scope);
        // Variables of a container that the response stands in (item, index, loop variables) are there from the beginning.
        var isAround = isNodeItself && up > 0 && levels[up - 1].ContainerIndex == place.Index;
        return isAround ? new("", selector) : new("", selector, up, place.Index);
    }

    private static bool HoldsBack(GraphNode node, HashSet<(string, string)> shown)
        => NodeTypes.IsResponse(node.Type)
            || NodeTypes.IsContainer(node.Type)
            || (node.Type == NodeTypes.Assigner && Writes(node).Any(selector => shown.Contains((selector.Node, selector.Variable))));

    private static IEnumerable<Selector> Writes(GraphNode node)
        => node.Data.List("items").Select(item => Selector.Read(item, "variable_selector"))
            .Append(Selector.Read(node.Data, "assigned_variable_selector"));

    private static HashSet<int> Ancestors(GraphScope scope, int node)
    {
        var found = new HashSet<int>();
        var next = new Stack<int>([node]);
        while (next.TryPop(out var one))
        {
            for (var before = 0; before < scope.Nodes.Length; before++)
            {
                if (scope.Outgoing[before].Any(edge => edge.Target == one) && found.Add(before))
                {
                    next.Push(before);
                }
            }
        }

        return found;
    }

    private static int[] Depths(GraphScope scope)
    {
        var depths = new int[scope.Nodes.Length];
        var waiting = (int[])scope.Incoming.Clone();
        var free = new Queue<int>(Enumerable.Range(0, waiting.Length).Where(node => waiting[node] == 0));
        while (free.TryDequeue(out var node))
        {
            foreach (var edge in scope.Outgoing[node])
            {
                depths[edge.Target] = Math.Max(depths[edge.Target], depths[node] + 1);
                if (--waiting[edge.Target] == 0)
                {
                    free.Enqueue(edge.Target);
                }
            }
        }

        return depths;
    }
}
