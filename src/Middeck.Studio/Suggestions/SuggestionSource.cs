using Middeck.Studio.Conversations;

namespace Middeck.Studio.Suggestions;

/// <summary>The answer that questions are suggested after.</summary>
/// <param name="AppId">Whose it is.</param>
/// <param name="IsDraft">Whether a draft gave it.</param>
/// <param name="Status">How it ended.</param>
/// <param name="Query">What was asked.</param>
/// <param name="Answer">What was answered.</param>
/// <param name="Citations">What it was made from.</param>
/// <param name="Questions">What was suggested when it was asked for before; null when it was not.</param>
internal sealed record SuggestionSource(
    Guid AppId,
    bool IsDraft,
    MessageStatus Status,
    string Query,
    string Answer,
    IReadOnlyList<Citation> Citations,
    IReadOnlyList<string>? Questions);
