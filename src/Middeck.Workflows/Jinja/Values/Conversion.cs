using Middeck.Workflows.Jinja.Running;
using Middeck.Workflows.Values;

namespace Middeck.Workflows.Jinja.Values;

/// <summary>Variables of the graph as the values that templates see.</summary>
internal static class Conversion
{
    public static object? From(Segment segment, Budget budget)
    {
        budget.Step();
        if (segment.Text is { } text)
        {
            return text;
        }

        if (segment.IsArray)
        {
            Budget.Room();
            var items = new List<object?>(segment.Items.Count);
            foreach (var item in segment.Items)
            {
                items.Add(From(item, budget));
            }

            return new PyList(items);
        }

        return segment.Type switch
        {
            SegmentType.Boolean => segment.Boolean,
            SegmentType.Integer => segment.Integer,
            SegmentType.Float => segment.Number,
            SegmentType.File => From(SegmentJson.Describe(segment.File!), budget),
            SegmentType.Object => From(segment.Fields, budget),
            _ => null,
        };
    }

    private static PyDict From(IReadOnlyDictionary<string, Segment> fields, Budget budget)
    {
        Budget.Room();
        var dict = new PyDict();
        foreach (var (name, value) in fields)
        {
            dict[name] = From(value, budget);
        }

        return dict;
    }
}
