using System.Text.Json.Serialization;

namespace Middeck.Studio.Conversations;

/// <summary>What a person thought of an answer.</summary>
/// <param name="Rating"><c>like</c> or <c>dislike</c>.</param>
/// <param name="Content">In the person's own words; null for none, and not told to Dify's clients.</param>
internal sealed record MessageFeedback(
    string Rating,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Content = null);
