using System.ComponentModel.DataAnnotations;

namespace Middeck.Studio.Memory;

/// <summary>Writes a fact anew.</summary>
public sealed record UpdateMemoryFact
{
    /// <summary>A sentence of at most 500 characters.</summary>
    [Required]
    [StringLength(MemoryFact.Longest, MinimumLength = 1)]
    public string Text { get; init; } = "";
}
