namespace Middeck.Studio.Logs;

/// <summary>Which conversations of an app are shown.</summary>
/// <param name="From">With activity since then; null for all.</param>
/// <param name="To">With activity before then; null for all.</param>
/// <param name="User">The id of a person, or an app's own name for one; null for all.</param>
/// <param name="Source">Where they took place; null for all but drafts and tests.</param>
/// <param name="Feedback">What was thought of an answer; null for all.</param>
/// <param name="Model">The model that answered last; null for all.</param>
/// <param name="MinCost">What they cost at least; null for all.</param>
/// <param name="Errors">Whether an answer failed; null for all.</param>
/// <param name="Terms">The words that one of the messages holds; empty for all.</param>
internal sealed record LogFilter(
    DateTimeOffset? From,
    DateTimeOffset? To,
    string? User,
    string? Source,
    LogFeedback? Feedback,
    string? Model,
    decimal? MinCost,
    bool? Errors,
    IReadOnlyList<int> Terms);
