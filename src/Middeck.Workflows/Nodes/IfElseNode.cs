using Middeck.Workflows.Conditions;
using Middeck.Workflows.Engine;
using Middeck.Workflows.Graphs;
using Middeck.Workflows.Values;

namespace Middeck.Workflows.Nodes;

/// <summary>Takes the edges of the first case whose conditions hold, else those of <c>false</c>.</summary>
internal sealed class IfElseNode : INodeExecutor
{
    public string Type => NodeTypes.IfElse;

    public bool HasEffects => false;

    public ValueTask<NodeResult> ExecuteAsync(NodeContext context, CancellationToken cancellationToken)
    {
        var seen = new List<Segment>();
        foreach (var (id, conditions) in context.Node.Settings(Read).All)
        {
            // A case without conditions is one that nobody filled in.
            if (conditions.All.Count > 0 && conditions.Hold(context.Variables, seen))
            {
                return ValueTask.FromResult(Choose(id, isElse: false, seen));
            }
        }

        return ValueTask.FromResult(Choose("false", isElse: true, seen));
    }

    private static NodeResult Choose(string handle, bool isElse, List<Segment> seen)
        => NodeResult.Success(new OrderedDictionary<string, Segment>(StringComparer.Ordinal)
        {
            ["result"] = Segment.Of(!isElse),
            ["selected_case_id"] = Segment.Of(handle),
        }) with
        {
            Handle = handle,
            Inputs = new OrderedDictionary<string, Segment> { ["conditions"] = Segment.Of(seen, SegmentType.ArrayObject) },
        };

    private static Cases Read(GraphNode node)
        => new([.. node.Data.List("cases").Select(one => (one.Text("case_id") ?? "", ConditionList.Read(one, "conditions")))]);

    private sealed record Cases(IReadOnlyList<(string Id, ConditionList Conditions)> All);
}
