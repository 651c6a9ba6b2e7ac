using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Middeck.Core.Errors;

namespace Middeck.Knowledge.Metadata;

/// <summary>Takes values as clients send them and makes them what is kept: text, number, or seconds since 1970.</summary>
internal static class MetadataValues
{
    public const int MaxTextLength = 2000;

    // RFC 3339: 2026-11-21T08:30:00Z, and the day alone.
    private static readonly string[] TimeFormats =
        ["yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd' 'HH:mm:ssK", "yyyy-MM-dd"];

    // Year 9999, the last that a date can be shown for.
    private const double MaxSeconds = 253_402_300_799;

    /// <summary>What is kept; null for no value.</summary>
    /// <exception cref="FaultException"><c>knowledge.invalid_metadata_value</c>.</exception>
    public static JsonNode? Read(MetadataField field, JsonElement? value, string path) => value switch
    {
        null or { ValueKind: JsonValueKind.Null } => null,
        { ValueKind: JsonValueKind.String } text when text.GetString()!.Trim().Length == 0 => null,
        { } given => field.Type switch
        {
            MetadataType.String => Text(given, path),
            MetadataType.Number => Number(given, path),
            _ => Time(given, path),
        },
    };

    private static JsonValue Text(JsonElement value, string path)
        => value.ValueKind == JsonValueKind.String && value.GetString() is { Length: <= MaxTextLength } text && !text.Contains('\0')
            ? JsonValue.Create(text.Trim())
            : throw Wrong($"a text of at most {MaxTextLength:N0} characters", path);

    private static JsonValue Number(JsonElement value, string path)
        => value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var number) && double.IsFinite(number)
            ? value.TryGetInt64(out var whole) ? JsonValue.Create(whole) : JsonValue.Create(number)
            : throw Wrong("a number", path);

    private static JsonValue Time(JsonElement value, string path)
    {
        if (value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var seconds) && Math.Abs(seconds) <= MaxSeconds)
        {
            return JsonValue.Create((long)Math.Floor(seconds));
        }

        return value.ValueKind == JsonValueKind.String && DateTimeOffset.TryParseExact(
            value.GetString(), TimeFormats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
                ? JsonValue.Create(time.ToUnixTimeSeconds())
                : throw Wrong("a time such as 2026-11-21T08:30:00Z, or seconds since 1970", path);
    }

    private static FaultException Wrong(string wanted, string path)
        => new(Fault.Invalid("knowledge.invalid_metadata_value", $"The value must be {wanted}.", path));
}
