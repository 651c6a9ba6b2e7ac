using System.Diagnostics;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.ServerSentEvents;
using System.Text;
using System.Text.Json;

namespace Middeck.Chat.Bench;

/// <summary>One streamed answer, from either end: the model itself or the app in front of it.</summary>
internal static class ChatStream
{
    /// <summary>Milliseconds to the first text, and the whole text.</summary>
    public static async Task<(double FirstMs, string Text)> FromAppAsync(HttpClient http, Uri address, string key, string query)
        => await ReadAsync(
            http,
            Request(new Uri(address, "/v1/chat-messages"), key, new
            {
                inputs = new { },
                query,
                user = "bench",
                response_mode = "streaming",
            }),
            static json => json.GetProperty("event").GetString() == "message" ? json.GetProperty("answer").GetString() : null);

    /// <summary>Milliseconds to the first text, and the whole text.</summary>
    public static async Task<(double FirstMs, string Text)> FromModelAsync(HttpClient http, string baseUrl, string key, string model)
        => await ReadAsync(
            http,
            Request(new Uri($"{baseUrl}/chat/completions"), key, new
            {
                model,
                stream = true,
                messages = new[] { new { role = "user", content = "hello" } },
            }),
            static json => json.TryGetProperty("choices", out var choices) && choices.GetArrayLength() > 0
                && choices[0].GetProperty("delta").TryGetProperty("content", out var content)
                    ? content.GetString()
                    : null);

    private static HttpRequestMessage Request(Uri uri, string key, object body) => new(HttpMethod.Post, uri)
    {
        Content = JsonContent.Create(body),
        Headers = { Authorization = new AuthenticationHeaderValue("Bearer", key) },
    };

    private static async Task<(double FirstMs, string Text)> ReadAsync(
        HttpClient http, HttpRequestMessage request, Func<JsonElement, string?> textOf)
    {
        var start = Stopwatch.GetTimestamp();
        var first = 0d;
        var text = new StringBuilder();
        using (request)
        using (var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead))
        {
            answer.EnsureSuccessStatusCode();
            await foreach (var item in SseParser.Create(await answer.Content.ReadAsStreamAsync()).EnumerateAsync())
            {
                if (item.Data is "" or "[DONE]" || textOf(JsonSerializer.Deserialize<JsonElement>(item.Data)) is not { Length: > 0 } piece)
                {
                    continue;
                }

                if (text.Length == 0)
                {
                    first = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
                }

                text.Append(piece);
            }
        }

        return (first, text.ToString());
    }
}
