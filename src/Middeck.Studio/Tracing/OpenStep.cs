using System.Text.Json;

namespace Middeck.Studio.Tracing;

/// <summary>A step that goes on. Whoever takes it writes down what came out.</summary>
internal sealed class OpenStep(TraceKind kind, string title, JsonElement? input, DateTimeOffset startedAt)
{
    private JsonElement? _output;

    /// <summary>What a model counted.</summary>
    public TraceTokens? Tokens { get; set; }

    /// <summary>Why it failed, in one sentence; also of a step after which the run goes on.</summary>
    public string? Error { get; set; }

    /// <summary>Seconds, once it is over.</summary>
    public double? Duration { get; set; }

    /// <summary>What came out, as JSON writes it.</summary>
    public void Returns(object? output) => _output = TraceJson.Of(output);

    public TraceStep ToStep() => new(kind, title, startedAt, Duration, input, _output, Tokens, Error);
}
