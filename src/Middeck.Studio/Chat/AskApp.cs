using System.ComponentModel.DataAnnotations;
using System.Text.Json;

namespace Middeck.Studio.Chat;

/// <summary>Asks an app in the console.</summary>
public sealed record AskApp
{
    /// <summary>The question.</summary>
    [Required]
    public string Query { get; init; } = "";

    /// <summary>What was filled in; counts only when a conversation begins.</summary>
    public JsonElement? Inputs { get; init; }

    /// <summary>The conversation to go on with; null begins one.</summary>
    public Guid? ConversationId { get; init; }

    /// <summary>Tries out the draft instead of the published version.</summary>
    public bool Draft { get; init; }
}
