using System.Text.Json;

namespace Middeck.Studio.Tracing;

/// <summary>One step of a run, as it is kept and shown.</summary>
/// <param name="Kind">What it did.</param>
/// <param name="Title">For people: the model's name, the tool's.</param>
/// <param name="StartedAt">When it began.</param>
/// <param name="Duration">Seconds; null while it goes on.</param>
/// <param name="Input">What went in; null for nothing.</param>
/// <param name="Output">What came out; null for nothing.</param>
/// <param name="Tokens">What a model counted; null when none was asked.</param>
/// <param name="Error">One sentence; null when it went well.</param>
internal sealed record TraceStep(
    TraceKind Kind,
    string Title,
    DateTimeOffset StartedAt,
    double? Duration,
    JsonElement? Input,
    JsonElement? Output,
    TraceTokens? Tokens,
    string? Error);
