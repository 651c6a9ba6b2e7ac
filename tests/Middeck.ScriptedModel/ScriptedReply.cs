using System.Text.Json.Nodes;

namespace Middeck.ScriptedModel;

/// <summary>One queued answer of the model <c>script</c>.</summary>
public sealed record ScriptedReply
{
    /// <summary>The text, one event each.</summary>
    public IReadOnlyList<string> Chunks { get; init; } = [];

    /// <summary>Deltas sent as they are after the text, such as <c>{"tool_calls":[…]}</c>.</summary>
    public IReadOnlyList<JsonObject> Deltas { get; init; } = [];

    /// <summary>Why the answer ends.</summary>
    public string FinishReason { get; init; } = "stop";

    /// <summary>Held until this completes, after the first chunk: lets a test look at the middle of a stream.</summary>
    public Task? HoldAfterFirstChunk { get; init; }

    /// <summary>What the usage event says.</summary>
    public int PromptTokens { get; init; } = 12;

    /// <summary>What the usage event says.</summary>
    public int CompletionTokens { get; init; } = 34;
}
