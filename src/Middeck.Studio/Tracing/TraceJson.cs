using System.Text.Json;
using Middeck.Core;
using Middeck.Studio.Configuration;

namespace Middeck.Studio.Tracing;

/// <summary>Writes what goes into a trace: bounded, and so that the database can keep it.</summary>
internal static class TraceJson
{
    // A prompt with long documents is shorter; what is longer is shown by its beginning.
    private const int Longest = 256 * 1024;

    /// <summary>The value as JSON; null for nothing.</summary>
    public static JsonElement? Of(object? value)
    {
        if (value is null)
        {
            return null;
        }

        var json = JsonSerializer.SerializeToElement(value, Json.Snake);
        var text = json.GetRawText();
        if (text.Length > Longest)
        {
            var end = char.IsHighSurrogate(text[Longest - 1]) ? Longest - 1 : Longest;
            return Quote(text[..end] + "…");
        }

        // As a text of itself: its escapes are then letters, which can be kept.
        return StorableJson.IsStorable(json) ? json : Quote(text);
    }

    private static JsonElement Quote(string text) => JsonSerializer.SerializeToElement(text, Json.Snake);
}
