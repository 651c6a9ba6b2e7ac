using System.Text.Json;

namespace Middeck.Studio.Workflows.Nodes.Code;

/// <summary>What Python calls values of JSON; failures of code nodes name types so, whatever the code is written in.</summary>
internal static class PythonTypes
{
    /// <summary>Such as <c>int</c>.</summary>
    public static string NameOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => "str",
        JsonValueKind.Number => IsInteger(value) ? "int" : "float",
        JsonValueKind.True or JsonValueKind.False => "bool",
        JsonValueKind.Array => "list",
        JsonValueKind.Object => "dict",
        _ => "NoneType",
    };

    /// <summary>Such as <c>&lt;class 'int'&gt;</c>.</summary>
    public static string ClassOf(JsonElement value) => $"<class '{NameOf(value)}'>";

    /// <summary>The kind, where both booleans are numbers.</summary>
    public static JsonValueKind KindOf(JsonElement value)
        => value.ValueKind is JsonValueKind.True or JsonValueKind.False ? JsonValueKind.Number : value.ValueKind;

    public static bool IsInteger(JsonElement value)
        => value.ValueKind == JsonValueKind.Number && value.GetRawText().AsSpan().IndexOfAny('.', 'e', 'E') < 0;
}
