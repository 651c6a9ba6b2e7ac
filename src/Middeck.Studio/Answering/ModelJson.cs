using System.Text.Json;
using Middeck.Studio.Agents.React;
using Middeck.Studio.Tools;

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

    /// <summary>The same of a model that has to answer with an object: what is nearly one is read as what it means.</summary>
    public static JsonElement? LooseObject(string text) => Object(text) ?? FindLoosely(text, '{', JsonValueKind.Object);

    /// <summary>The same of a model that has to answer with a list.</summary>
    public static JsonElement? LooseList(string text) => List(text) ?? FindLoosely(text, '[', JsonValueKind.Array);

    private static JsonElement? FindLoosely(string text, char open, JsonValueKind kind)
    {
        var said = Said(text);
        var first = said.IndexOf(open, StringComparison.Ordinal);
        for (var start = first; start >= 0;)
        {
            if (ReactJson.ObjectAt(said, start) is not { } whole)
            {
                break;
            }

            // A sound one further on counts more than a broken one in front.
            if (ToolArguments.TryParse(whole) is { } json && json.ValueKind == kind)
            {
                return json;
            }

            start = said.IndexOf(open, start + whole.Length);
        }

        return first >= 0 && LooseJson.Read(said.AsSpan(first)) is { } read && read.ValueKind == kind ? read : null;
    }

    // Thoughts come before the answer and may hold drafts of it.
    private static string Said(string text)
    {
        var thought = text.LastIndexOf("</think>", StringComparison.Ordinal);
        return thought < 0 ? text : text[(thought + "</think>".Length)..];
    }

    private static JsonElement? Find(string text, char open, char close, JsonValueKind kind)
    {
        var said = Said(text);
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
