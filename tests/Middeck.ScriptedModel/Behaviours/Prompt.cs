using System.Text.Json;

namespace Middeck.ScriptedModel.Behaviours;

/// <summary>Reads what was asked.</summary>
internal static class Prompt
{
    public static string LastUserMessage(JsonElement body) => Messages(body)
        .LastOrDefault(message => message.Role == "user").Text ?? "";

    /// <summary>The first sentence of the passage <c>[1]</c> between the lines <c>&lt;context&gt;</c> and <c>&lt;/context&gt;</c>.</summary>
    public static string Quote(JsonElement body)
    {
        var context = string.Join('\n', Messages(body).Select(message => message.Text))
            .Split('\n', StringSplitOptions.TrimEntries)
            .SkipWhile(line => line != "<context>")
            .TakeWhile(line => line != "</context>");
        var text = context
            .SkipWhile(line => !line.StartsWith("[1]", StringComparison.Ordinal))
            .Skip(1)
            .FirstOrDefault(line => line.Length > 0);
        if (text is null)
        {
            return "There is no context to quote from.";
        }

        var stop = text.IndexOfAny(['.', '。', '！', '？']);
        return $"{(stop > 0 ? text[..(stop + 1)] : text)} [1]";
    }

    /// <summary>Pieces of a few characters: several for anything longer than a word.</summary>
    public static IReadOnlyList<string> Chunks(string text)
    {
        var size = Math.Max(4, text.Length / 64);
        return [.. Enumerable.Range(0, (text.Length + size - 1) / size)
            .Select(i => text.Substring(i * size, Math.Min(size, text.Length - (i * size))))];
    }

    private static IEnumerable<(string? Role, string Text)> Messages(JsonElement body)
        => body.TryGetProperty("messages", out var messages)
            ? messages.EnumerateArray().Select(message => (message.GetProperty("role").GetString(), Text(message)))
            : [];

    private static string Text(JsonElement message) => message.TryGetProperty("content", out var content)
        ? content.ValueKind switch
        {
            JsonValueKind.String => content.GetString()!,
            JsonValueKind.Array => string.Concat(content.EnumerateArray()
                .Select(part => part.TryGetProperty("text", out var text) ? text.GetString() : "")),
            _ => "",
        }
        : "";
}
