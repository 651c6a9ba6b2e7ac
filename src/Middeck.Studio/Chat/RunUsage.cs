namespace Middeck.Studio.Chat;

/// <summary>What a run used.</summary>
/// <param name="PromptTokens">As the model counted; 0 when it did not.</param>
/// <param name="CompletionTokens">As the model counted; 0 when it did not.</param>
/// <param name="TimeToFirstToken">Seconds from the question to the first text; null when there was none.</param>
/// <param name="Duration">Seconds from the question to the end.</param>
internal sealed record RunUsage(int PromptTokens, int CompletionTokens, double? TimeToFirstToken, double Duration);
