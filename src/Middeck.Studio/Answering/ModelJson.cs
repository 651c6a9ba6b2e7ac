using System.Text.Json;

namespace Middeck.Studio.Answering;

/// <summary>
/// Reads JSON out of what a model said. Models wrap it: in <c>```json</c> fences, behind what they thought, between sentences.
/// </summary>
internal static class ModelJson
{
    /// <summary>The object that the text is, or holds; null when there is none.</summary>
    public static JsonElement? Object(string text) => Find(text, '{', '}', JsonValueKind.Object);

    /// <summary>The list that the text is, or holds; null when there is none.</summary>
    public static JsonElement? List(string text) => Find(text, '[', ']', JsonValueKind.Array);

    private static JsonElement? Find(string text, char open, char close, JsonValueKind kind)
    {
        // Thoughts come before the answer and may hold drafts of it.
        var thought = text.LastIndexOf("</think>", StringComparison.Ordinal);
        var said = thought < 0 ? text : text[(thought + "</think>".Length)..];
        var end = said.LastIndexOf(close);
        var start = said.IndexOf(open, StringComparison.Ordinal);
        if (start < 0 || end < start)
        {
            return null;
        }

        try
        {
            using var document = JsonDocument.Parse(said.AsMemory(start, end + 1 - start));
            return document.RootElement.ValueKind == kind ? document.RootElement.Clone() : null;
        }
        catch (JsonException)
        {
            // A model that writes something else has given no answer; the caller says what that means.
            return null;
        }
    }
}
