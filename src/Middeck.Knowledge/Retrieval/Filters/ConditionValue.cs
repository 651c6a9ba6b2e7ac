using System.Globalization;
using System.Text.Json;
using Middeck.Core.Errors;

namespace Middeck.Knowledge.Retrieval.Filters;

/// <summary>Reads what a condition compares with.</summary>
internal static class ConditionValue
{
    private const int MostValues = 200;

    public static string Text(JsonElement? value, string field) => value switch
    {
        { ValueKind: JsonValueKind.String } text => text.GetString()!,
        { ValueKind: JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False } other => other.GetRawText(),
        _ => throw Wrong(field, "a text"),
    };

    public static decimal Number(JsonElement? value, string field)
    {
        if (value is { ValueKind: JsonValueKind.Number } number && number.TryGetDecimal(out var exact))
        {
            return exact;
        }

        return value is { ValueKind: JsonValueKind.String } text
            && decimal.TryParse(text.GetString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var parsed)
                ? parsed
                : throw Wrong(field, "a number");
    }

    /// <summary>Seconds since 1970: from a number, or from a date in UTC unless it says otherwise.</summary>
    public static decimal Time(JsonElement? value, string field)
        => value is { ValueKind: JsonValueKind.String } text
            && DateTimeOffset.TryParse(
                text.GetString(),
                CultureInfo.InvariantCulture,
                DateTimeStyles.AssumeUniversal,
                out var time)
            ? time.ToUnixTimeSeconds()
            : Number(value, field);

    /// <summary>A list, or one text with commas.</summary>
    public static string[] List(JsonElement? value, string field)
    {
        string[] values = value switch
        {
            { ValueKind: JsonValueKind.Array } list => [.. list.EnumerateArray().Select(item => Text(item, field))],
            { ValueKind: JsonValueKind.String } text => text.GetString()!.Split(
                ',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries),
            _ => throw Wrong(field, "a list of texts"),
        };
        return values.Length <= MostValues ? values : throw Wrong(field, $"at most {MostValues} texts");
    }

    private static FaultException Wrong(string field, string wanted) => new(Fault.Invalid(
        "knowledge.invalid_filter_value", $"The condition on '{field}' needs {wanted} as its value.", "filters.conditions"));
}
