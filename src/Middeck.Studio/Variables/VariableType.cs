using System.Text.Json;

namespace Middeck.Studio.Variables;

/// <summary>The types of conversation variables, spelt as in the DSL.</summary>
internal static class VariableType
{
    public static readonly string[] Known =
    [
        "string", "number", "integer", "float", "boolean", "object",
        "array[string]", "array[number]", "array[boolean]", "array[object]",
    ];

    /// <summary>Whether a value is one of the type.</summary>
    public static bool Fits(string type, JsonElement value) => type switch
    {
        "string" => value.ValueKind == JsonValueKind.String,
        "number" or "float" => value.ValueKind == JsonValueKind.Number,
        "integer" => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _),
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "object" => value.ValueKind == JsonValueKind.Object,
        _ => value.ValueKind == JsonValueKind.Array
            && value.EnumerateArray().All(item => Fits(type["array[".Length..^1], item)),
    };

    /// <summary>What a variable of the type holds when nothing was said.</summary>
    public static string EmptyJson(string type) => type switch
    {
        "string" => "\"\"",
        "number" or "integer" or "float" => "0",
        "boolean" => "false",
        "object" => "{}",
        _ => "[]",
    };
}
