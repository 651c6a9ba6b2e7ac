using System.Text.Json;

namespace Middeck.Cli;

/// <summary>What <c>/health</c> said.</summary>
/// <param name="CanServe">Whether it answered 200.</param>
/// <param name="Body">The report; null when there was no answer.</param>
/// <param name="Problem">Why there was none.</param>
internal sealed record HealthAnswer(bool CanServe, JsonElement? Body, string? Problem)
{
    /// <summary><c>ok</c>, <c>degraded</c> or <c>failing</c>.</summary>
    public string Status
        => CanServe && Body is { ValueKind: JsonValueKind.Object } body && body.TryGetProperty("status", out var status)
            ? status.GetString() ?? "failing"
            : "failing";
}
