using System.Text.Json;

namespace Middeck.Knowledge.Retrieval;

/// <summary>Reads the JSON that a chat model was asked for. Models like to put a sentence or a fence around it.</summary>
internal static class ModelJson
{
    /// <summary>The object in the text, read strictly; default when there is none that fits.</summary>
    public static T? Read<T>(string text) where T : class
    {
        var start = text.IndexOf('{', StringComparison.Ordinal);
        var end = text.LastIndexOf('}');
        if (start < 0 || end < start)
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize<T>(text.AsSpan(start, end - start + 1), Core.Json.Snake);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
