using Middeck.Workflows.Conditions;
using Middeck.Workflows.Graphs;

namespace Middeck.Workflows.Containers;

/// <summary>What a loop shall do.</summary>
internal sealed record LoopSettings(int Rounds, ConditionList Break, IReadOnlyList<LoopVariable> Variables)
{
    public static LoopSettings Read(GraphNode node) => new(
        (int)Math.Clamp(node.Data.Number("loop_count") ?? 0, 0, int.MaxValue),
        ConditionList.Read(node.Data, "break_conditions"),
        [.. node.Data.List("loop_variables").Select(LoopVariable.Read)]);
}
