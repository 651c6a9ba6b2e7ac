using System.Text.Json;

namespace Middeck.Studio.Tools;

/// <summary>Schemas of arguments, written down as JSON.</summary>
internal static class ToolSchema
{
    /// <param name="properties">The properties' own JSON, such as <c>"url": {"type": "string"}</c>.</param>
    /// <param name="required">Which of them are needed.</param>
    public static JsonElement Of(string properties, params IReadOnlyList<string> required)
        => JsonSerializer.Deserialize<JsonElement>(
            $$"""
            {"type": "object", "properties": { {{properties}} }, "required": {{JsonSerializer.Serialize(required)}} }
            """);
}
