namespace Middeck.Studio.Tracing;

/// <summary>What one call of a model used.</summary>
internal sealed record TraceTokens(long PromptTokens, long CompletionTokens);
