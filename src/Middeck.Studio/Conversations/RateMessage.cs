using System.ComponentModel.DataAnnotations;

namespace Middeck.Studio.Conversations;

/// <summary>Says what a person thought of an answer.</summary>
public sealed record RateMessage
{
    /// <summary><c>like</c>, <c>dislike</c>, or null to take it back.</summary>
    [AllowedValues("like", "dislike", null)]
    public string? Rating { get; init; }

    /// <summary>In the person's own words.</summary>
    [StringLength(4_000)]
    public string? Content { get; init; }
}
