using System.Text.Json;
using Middeck.Workflows.Graphs;
using Middeck.Workflows.Values;

namespace Middeck.Workflows.Nodes;

/// <summary>A variable of a start node as its form declares it.</summary>
internal sealed record StartVariable(
    string Name, string Type, bool IsRequired, Segment Default, int? MaxLength, IReadOnlyList<string> Options, JsonElement Schema)
{
    public bool IsText => Type is "text-input" or "paragraph" or "select" or "external_data_tool";

    // {"variable": "style", "type": "select", "required": true, "options": ["short", "long"], "max_length": 48}
    public static StartVariable Read(JsonElement json)
    {
        var schema = json.Child("json_schema");
        return new(
            json.Text("variable") ?? "",
            json.Text("type") ?? "text-input",
            json.Flag("required") ?? false,
            SegmentJson.Read(json.Child("default")),
            json.Number("max_length") is { } length ? (int)Math.Clamp(length, 0, int.MaxValue) : null,
            [.. json.List("options").Where(option => option.ValueKind == JsonValueKind.String).Select(option => option.GetString()!)],
            schema.ValueKind == JsonValueKind.String && TryParse(schema.GetString()!) is { } parsed ? parsed : schema);
    }

    // The schema may be written as text.
    private static JsonElement? TryParse(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
