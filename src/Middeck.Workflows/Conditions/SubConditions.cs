using System.Text.Json;
using Middeck.Workflows.Graphs;
using Middeck.Workflows.Values;

namespace Middeck.Workflows.Conditions;

/// <summary>Comparisons with the attributes of the files in a list.</summary>
internal sealed record SubConditions(bool IsOr, IReadOnlyList<(string Attribute, string Operator, Segment Value)> All)
{
    // {"logical_operator": "and", "conditions": [{"key": "type", "comparison_operator": "in", "value": ["image"]}]}
    public static SubConditions? Read(JsonElement json)
        => json.ValueKind != JsonValueKind.Object
            ? null
            : new(
                json.Text("logical_operator") == "or",
                [.. json.List("conditions").Select(one =>
                    (one.Text("key") ?? "", one.Text("comparison_operator") ?? "", SegmentJson.Read(one.Child("value"))))]);

    /// <summary>Whether the files are as the outer operator wants: any of them, all of them or none fulfils the comparisons.</summary>
    public bool Hold(string comparison, IReadOnlyList<Segment> files) => comparison switch
    {
        "contains" => files.Any(Fulfils),
        "not contains" => !files.Any(Fulfils),
        "all of" => files.All(Fulfils),
        _ => throw new NodeException("ValueError", $"Unsupported operator for a list of files: {comparison}"),
    };

    private bool Fulfils(Segment file) => IsOr ? All.Any(one => Holds(file, one)) : All.All(one => Holds(file, one));

    private static bool Holds(Segment file, (string Attribute, string Operator, Segment Value) one)
    {
        var actual = file.File?.Attribute(one.Attribute)
            ?? throw new NodeException("ValueError", $"A file has no attribute '{one.Attribute}'.");
        // People write "pdf", the attribute is ".pdf".
        var expected = one.Attribute == "extension" && one.Value.Text is { Length: > 0 } text && !text.StartsWith('.')
            ? Segment.Of("." + text)
            : one.Value;
        return Comparison.Holds(one.Operator, actual, expected);
    }
}
