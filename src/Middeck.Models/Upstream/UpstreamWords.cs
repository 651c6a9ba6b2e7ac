using System.Text;
using System.Text.Json;

namespace Middeck.Models.Upstream;

/// <summary>Finds the sentence for people in what a provider answers when it refuses.</summary>
internal static class UpstreamWords
{
    private const int MostBytes = 64 * 1024;

    public static async Task<string> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        await using var stream = await response.Content.ReadAsStreamAsync(cancellationToken);
        var buffer = new byte[MostBytes];
        var length = await stream.ReadAtLeastAsync(buffer, MostBytes, throwOnEndOfStream: false, cancellationToken);
        var text = Encoding.UTF8.GetString(buffer, 0, length);
        return IsPage(response, text)
            ? "a web page instead of an API's answer"
            : Of(text) ?? response.ReasonPhrase ?? "";
    }

    /// <summary><c>{"error":{"message":"…"}}</c>, <c>{"error":"…"}</c>, <c>{"message":"…"}</c>, <c>{"detail":"…"}</c> or plain text.</summary>
    public static string? Of(string text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        try
        {
            using var document = JsonDocument.Parse(text);
            return Of(document.RootElement) ?? text;
        }
        catch (JsonException)
        {
            return text;
        }
    }

    public static string? Of(JsonElement body)
    {
        if (body.ValueKind == JsonValueKind.String)
        {
            return body.GetString();
        }

        if (body.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        foreach (var name in (ReadOnlySpan<string>)["error", "message", "detail", "msg", "error_msg"])
        {
            if (body.TryGetProperty(name, out var value) && Of(value) is { Length: > 0 } words)
            {
                return words;
            }
        }

        return null;
    }

    private static bool IsPage(HttpResponseMessage response, string text)
        => response.Content.Headers.ContentType?.MediaType == "text/html"
            || text.TrimStart().StartsWith("<!", StringComparison.Ordinal);
}
