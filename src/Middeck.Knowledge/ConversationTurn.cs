using System.ComponentModel.DataAnnotations;

namespace Middeck.Knowledge;

/// <summary>What was said before the question.</summary>
public sealed record ConversationTurn
{
    /// <summary><c>user</c> or <c>assistant</c>.</summary>
    [Required]
    [StringLength(20)]
    public string Role { get; init; } = "user";

    /// <summary>Its text.</summary>
    [StringLength(20_000)]
    public string Content { get; init; } = "";
}
