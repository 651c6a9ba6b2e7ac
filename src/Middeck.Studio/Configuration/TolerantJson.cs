using System.Text.Json;

namespace Middeck.Studio.Configuration;

/// <summary>Reads members of JSON that others wrote: what is absent or has another type is null.</summary>
internal static class TolerantJson
{
    public static JsonElement? Member(this JsonElement? parent, string name)
        => parent is { ValueKind: JsonValueKind.Object } here && here.TryGetProperty(name, out var value)
            && value.ValueKind != JsonValueKind.Null
                ? value
                : null;

    public static JsonElement? Member(this JsonElement parent, string name) => ((JsonElement?)parent).Member(name);

    public static string? Text(this JsonElement? value)
        => value is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    public static bool? Flag(this JsonElement? value) => value?.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => null,
    };

    public static double? Number(this JsonElement? value)
        => value is { ValueKind: JsonValueKind.Number } number && number.TryGetDouble(out var result)
            && double.IsFinite(result)
                ? result
                : null;

    public static int? WholeNumber(this JsonElement? value)
        => value is { ValueKind: JsonValueKind.Number } number && number.TryGetInt32(out var result) ? result : null;

    public static IEnumerable<JsonElement> Items(this JsonElement? value)
        => value is { ValueKind: JsonValueKind.Array } array ? array.EnumerateArray() : [];

    public static IEnumerable<string> Texts(this JsonElement? value)
        => value.Items().Where(item => item.ValueKind == JsonValueKind.String).Select(item => item.GetString()!);
}
