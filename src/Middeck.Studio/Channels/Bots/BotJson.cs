using System.Text.Json;

namespace Middeck.Studio.Channels.Bots;

/// <summary>Reads what platforms send, which may hold anything.</summary>
internal static class BotJson
{
    /// <summary>An object; null when it is none.</summary>
    public static JsonElement? Read(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            using var document = JsonDocument.Parse(bytes);
            return document.RootElement.ValueKind == JsonValueKind.Object ? document.RootElement.Clone() : null;
        }
        catch (JsonException)
        {
            // What is no JSON is told like JSON that is no object.
            return null;
        }
    }

    /// <summary>A member of an object; undefined when there is none.</summary>
    public static JsonElement In(this JsonElement value, string name)
        => value.ValueKind == JsonValueKind.Object && value.TryGetProperty(name, out var member) ? member : default;

    /// <summary>A member that is text; null when there is none.</summary>
    public static string? Text(this JsonElement value, string name)
        => value.In(name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    /// <summary>A member that is a whole number; null when there is none.</summary>
    public static long? Number(this JsonElement value, string name)
        => value.In(name) is { ValueKind: JsonValueKind.Number } number && number.TryGetInt64(out var whole) ? whole : null;

    /// <summary>Whether a member is true.</summary>
    public static bool Is(this JsonElement value, string name) => value.In(name).ValueKind == JsonValueKind.True;

    /// <summary>The entries of a member that is a list; none when it is not.</summary>
    public static IEnumerable<JsonElement> List(this JsonElement value, string name)
        => value.In(name) is { ValueKind: JsonValueKind.Array } list ? list.EnumerateArray() : [];
}
