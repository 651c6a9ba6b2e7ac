using System.Text.Json.Nodes;

namespace Middeck.Workflows.Upgrades;

/// <summary>
/// The body of a request was once one text, for forms with a line <c>key:value</c> each; today it is a list of parts.
/// </summary>
internal static class HttpBodyUpgrade
{
    public static void Apply(string id, JsonObject data, List<string> changes)
    {
        if (GraphUpgrade.Text(data, "type") != "http-request"
            || data["body"] is not JsonObject body
            || GraphUpgrade.Text(body, "data") is not { } text)
        {
            return;
        }

        var isForm = GraphUpgrade.Text(body, "type") is "form-data" or "x-www-form-urlencoded";
        body["data"] = text.Length == 0 ? new JsonArray()
            : isForm ? new JsonArray([.. Lines(text)])
            : new JsonArray(Part("", text));
        changes.Add($"The body of the request '{id}' became a list of parts.");
    }

    private static IEnumerable<JsonNode> Lines(string text)
        => from line in text.Split('\n')
           where !string.IsNullOrWhiteSpace(line)
           let colon = line.IndexOf(':', StringComparison.Ordinal)
           select colon < 0 ? Part(line.Trim(), "") : Part(line[..colon].Trim(), line[(colon + 1)..].Trim());

    private static JsonObject Part(string key, string value)
        => new JsonObject { ["key"] = key, ["type"] = "text", ["value"] = value };
}
