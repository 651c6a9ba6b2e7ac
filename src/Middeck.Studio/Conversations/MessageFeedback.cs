namespace Middeck.Studio.Conversations;

/// <summary>What a person thought of an answer.</summary>
/// <param name="Rating"><c>like</c> or <c>dislike</c>.</param>
internal sealed record MessageFeedback(string Rating);
