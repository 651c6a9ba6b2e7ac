using System.Text.Json;
using Middeck.Workflows.Graphs;
using Middeck.Workflows.Values;

namespace Middeck.Workflows.Nodes;

/// <summary>What an assigner does, in both of its versions.</summary>
internal sealed record AssignerItems(IReadOnlyList<AssignerItem> All)
{
    public static AssignerItems Read(GraphNode node) => new(
        node.Version == "2" || node.Data.Child("items").ValueKind == JsonValueKind.Array
            ? [.. node.Data.List("items").Select(ReadItem)]
            : [ReadFirst(node.Data)]);

    // {"assigned_variable_selector": ["conversation", "x"], "write_mode": "over-write", "input_variable_selector": ["llm", "text"]}
    private static AssignerItem ReadFirst(JsonElement data) => new(
        Selector.Read(data, "assigned_variable_selector"),
        data.Text("write_mode") ?? Assignment.OverWrite,
        Selector.Read(data, "input_variable_selector"),
        Segment.None);

    // {"variable_selector": ["conversation", "x"], "operation": "+=", "input_type": "constant", "value": 1}
    private static AssignerItem ReadItem(JsonElement item)
    {
        var value = item.Child("value");
        return new(
            Selector.Read(item, "variable_selector"),
            item.Text("operation") ?? "",
            item.Text("input_type") == "variable" ? Selector.Read(item, "value") : null,
            value.ValueKind == JsonValueKind.Undefined ? Segment.None : SegmentJson.Read(value));
    }
}
