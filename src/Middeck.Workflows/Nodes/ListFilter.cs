using System.Text.Json;
using Middeck.Workflows.Conditions;
using Middeck.Workflows.Graphs;
using Middeck.Workflows.Values;

namespace Middeck.Workflows.Nodes;

/// <summary>A comparison that items of a list must pass, of files with one of their attributes.</summary>
internal sealed record ListFilter(string Key, string Operator, Segment Value, TextTemplate? Template)
{
    // {"key": "type", "comparison_operator": "in", "value": ["image"]}
    public static ListFilter Read(JsonElement json)
    {
        var value = SegmentJson.Read(json.Child("value"));
        return new(
            json.Text("key") ?? "",
            json.Text("comparison_operator") ?? "",
            value,
            value.Text is { } text ? TextTemplate.Parse(text) : null);
    }

    public IEnumerable<Segment> Keep(IEnumerable<Segment> items, VariablePool pool)
    {
        var expected = Template is null ? Value : Segment.Of(Template.Render(pool));
        return items.Where(item => Passes(item, expected));
    }

    private bool Passes(Segment item, Segment expected)
    {
        if (item.File is not { } file)
        {
            return Comparison.Holds(Operator, item, expected);
        }

        var actual = file.Attribute(Key) ?? throw new NodeException("InvalidKeyError", $"A file has no attribute '{Key}'.");
        return Comparison.Holds(
            Operator, actual, actual.IsNumber && expected.Text is { } text ? SegmentConversion.Number(text) ?? expected : expected);
    }
}
