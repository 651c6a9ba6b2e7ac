using System.ComponentModel.DataAnnotations;

namespace Middeck.Studio.Conversations;

/// <summary>Names a conversation.</summary>
public sealed record RenameConversation
{
    /// <summary>For people.</summary>
    [Required, StringLength(200, MinimumLength = 1)]
    public string Name { get; init; } = "";
}
