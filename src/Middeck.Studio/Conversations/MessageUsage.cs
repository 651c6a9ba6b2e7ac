namespace Middeck.Studio.Conversations;

/// <summary>What an answer used, as the model counted it.</summary>
internal sealed record MessageUsage(int PromptTokens, int CompletionTokens, int TotalTokens);
