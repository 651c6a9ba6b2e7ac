using System.Text.Json;
using Middeck.Workflows.Values;

namespace Middeck.Workflows.Graphs;

/// <summary>
/// The outputs that stand in for those of a failed node: <c>[{"key": "text", "type": "string", "value": "sorry"}]</c>. Objects and
/// lists may be written as JSON in a string.
/// </summary>
internal static class DefaultValues
{
    public static IReadOnlyDictionary<string, Segment> Read(JsonElement data)
    {
        var outputs = new OrderedDictionary<string, Segment>(StringComparer.Ordinal);
        foreach (var entry in data.List("default_value"))
        {
            if (entry.Text("key") is { Length: > 0 } key)
            {
                outputs[key] = SegmentConversion.To(SegmentTypes.Find(entry.Text("type")), SegmentJson.Read(entry.Child("value")));
            }
        }

        return outputs;
    }
}
