using System.Text.Json;
using Middeck.Workflows.Graphs;
using Middeck.Workflows.Values;

namespace Middeck.Workflows.Containers;

/// <summary>A variable that a loop carries from round to round.</summary>
internal sealed record LoopVariable(string Name, SegmentType Type, Selector? From, Segment Constant)
{
    // {"label": "num", "var_type": "number", "value_type": "constant", "value": "1"}
    public static LoopVariable Read(JsonElement json)
    {
        var type = SegmentTypes.Find(json.Text("var_type")) ?? SegmentType.String;
        var value = json.Child("value");
        var from = json.Text("value_type") == "variable" ? Selector.Read(value) : null;
        return new(
            json.Text("label") ?? "",
            type,
            from,
            from is null ? SegmentConversion.To(type, SegmentJson.Read(value)) : Segment.None);
    }

    /// <summary>What it holds before the first round.</summary>
    public Segment First(VariablePool pool)
        => From is null
            ? Constant.IsNone ? SegmentConversion.ZeroOf(Type) : Constant
            : pool.Find(From) ?? throw new NodeException("VariableNotFoundError", $"Variable {From} not found");
}
