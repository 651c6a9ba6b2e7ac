namespace Middeck.Studio.Suggestions;

/// <summary>Questions that could come next.</summary>
/// <param name="Data">At most three; empty when nothing sensible can be asked.</param>
internal sealed record SuggestedQuestions(IReadOnlyList<string> Data);
