using System.Text.Json;
using Middeck.Workflows.Graphs;
using Middeck.Workflows.Values;

namespace Middeck.Workflows.Nodes;

/// <summary>A field of a form: its name, and what it holds at first.</summary>
internal sealed record HumanInputField(string Name, Selector? From, Segment Constant)
{
    // {"type": "paragraph", "output_variable_name": "note", "default": {"type": "variable", "selector": ["llm", "text"]}}
    public static HumanInputField Read(JsonElement json)
    {
        var first = json.Child("default");
        return new(
            json.Text("output_variable_name") ?? json.Text("variable") ?? json.Text("name") ?? "",
            first.Text("type") == "variable" ? Selector.Read(first, "selector") : null,
            first.ValueKind == JsonValueKind.Object ? SegmentJson.Read(first.Child("value")) : SegmentJson.Read(first));
    }

    public Segment Default(VariablePool pool) => From is null ? Constant : pool.Find(From) ?? Segment.None;
}
