using System.Text.Json;
using Middeck.Workflows.Graphs;

namespace Middeck.Workflows.Values;

/// <summary>The DSL's lists of environment and conversation variables: <c>[{"name": "n", "value_type": "number", "value": 1}]</c>.</summary>
public static class DeclaredVariables
{
    /// <summary>The variables by name, each in its declared type; one without a value has the empty value of its type.</summary>
    public static IReadOnlyDictionary<string, Segment> Read(JsonElement list)
    {
        var variables = new OrderedDictionary<string, Segment>(StringComparer.Ordinal);
        if (list.ValueKind != JsonValueKind.Array)
        {
            return variables;
        }

        foreach (var entry in list.EnumerateArray())
        {
            if (entry.Text("name") is { Length: > 0 } name)
            {
                variables[name] = Of(entry.Text("value_type"), SegmentJson.Read(entry.Child("value")));
            }
        }

        return variables;
    }

    /// <summary>A value in the type of that name, such as one that was kept as JSON; as it is when the name is unknown.</summary>
    public static Segment Of(string? type, Segment value)
        => SegmentTypes.Find(type) is not { } known ? value
            : value.IsNone ? SegmentConversion.ZeroOf(known)
            : SegmentConversion.To(known, value);
}
