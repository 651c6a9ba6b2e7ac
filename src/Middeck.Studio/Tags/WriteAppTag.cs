using System.ComponentModel.DataAnnotations;

namespace Middeck.Studio.Tags;

/// <summary>The word of a tag.</summary>
public sealed record WriteAppTag
{
    /// <summary>1 to 50 characters, once in the workspace.</summary>
    [Required]
    [StringLength(50, MinimumLength = 1)]
    public string Name { get; init; } = "";
}
