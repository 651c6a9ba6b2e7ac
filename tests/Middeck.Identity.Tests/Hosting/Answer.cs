using System.Net;
using System.Text.Json;

namespace Middeck.Identity.Tests.Hosting;

/// <summary>A response that was read to its end.</summary>
public sealed record Answer(HttpStatusCode Status, JsonElement Body, ILookup<string, string> Headers)
{
    public string? Code => Body.ValueKind == JsonValueKind.Object && Body.TryGetProperty("code", out var code)
        ? code.GetString()
        : null;

    public JsonElement.ArrayEnumerator Data => Body.GetProperty("data").EnumerateArray();

    public string Text(string property) => Body.GetProperty(property).GetString()!;

    public Guid Id() => Body.GetProperty("id").GetGuid();

    public static async Task<Answer> ReadAsync(HttpResponseMessage response)
    {
        var bytes = await response.Content.ReadAsByteArrayAsync();
        var json = response.Content.Headers.ContentType?.MediaType?.EndsWith("json", StringComparison.Ordinal) == true;
        using var document = JsonDocument.Parse(json ? bytes : "null"u8.ToArray());
        var headers = response.Headers
            .SelectMany(header => header.Value, (header, value) => (header.Key, value))
            .ToLookup(pair => pair.Key, pair => pair.value, StringComparer.OrdinalIgnoreCase);
        return new Answer(response.StatusCode, document.RootElement.Clone(), headers);
    }

    /// <summary>The value of a cookie that the response sets; null when it sets none.</summary>
    public string? Cookie(string name) => Headers["Set-Cookie"]
        .Where(cookie => cookie.StartsWith(name + "=", StringComparison.Ordinal))
        .Select(cookie => cookie[(name.Length + 1)..].Split(';')[0])
        .FirstOrDefault();
}
