using Middeck.Workflows.Graphs;
using Middeck.Workflows.Values;

namespace Middeck.Workflows.Containers;

/// <summary>What an iteration shall do.</summary>
internal sealed record IterationSettings(
    Selector Items, Selector Output, SegmentType? OutputType, int Parallel, ItemErrorMode ErrorMode, bool Flatten)
{
    public static IterationSettings Read(GraphNode node) => new(
        Selector.Read(node.Data, "iterator_selector"),
        Selector.Read(node.Data, "output_selector"),
        SegmentTypes.Find(node.Data.Text("output_type")),
        node.Data.Flag("is_parallel") ?? false ? (int)Math.Clamp(node.Data.Number("parallel_nums") ?? 10, 1, 1000) : 1,
        node.Data.Text("error_handle_mode") switch
        {
            "continue-on-error" => ItemErrorMode.Continue,
            "remove-abnormal-output" => ItemErrorMode.Remove,
            _ => ItemErrorMode.Terminate,
        },
        node.Data.Flag("flatten_output") ?? true);
}
