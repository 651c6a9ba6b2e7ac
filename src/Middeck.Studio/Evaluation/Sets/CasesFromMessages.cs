using System.ComponentModel.DataAnnotations;

namespace Middeck.Studio.Evaluation.Sets;

/// <summary>Makes cases of what was asked.</summary>
public sealed record CasesFromMessages
{
    /// <summary>Messages of the app.</summary>
    [Required, MinLength(1), MaxLength(200)]
    public IReadOnlyList<Guid> MessageIds { get; init; } = [];

    /// <summary>Whether what was answered is what should be answered; where an annotation was made of it, the annotation is.</summary>
    public bool KeepAnswers { get; init; } = true;
}
