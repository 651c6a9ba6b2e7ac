using System.ComponentModel.DataAnnotations;

namespace Middeck.Studio.Agents.Confirmation;

/// <summary>Says whether a tool may be called.</summary>
public sealed record AnswerConfirmation
{
    internal const int LongestReason = 1_000;

    /// <summary>Whether it may.</summary>
    [Required]
    public required bool Allow { get; init; }

    /// <summary>Why not, in words that the model is told; may be left out.</summary>
    [MaxLength(LongestReason)]
    public string? Reason { get; init; }

    /// <summary>Allows the tool for the rest of the conversation, without asking again.</summary>
    public bool Always { get; init; }
}
