using System.ComponentModel.DataAnnotations;

namespace Middeck.Knowledge.Chunks;

/// <summary>The text of a child.</summary>
public sealed record WriteChild
{
    /// <summary>1 to 20,000 characters.</summary>
    [Required]
    public string Content { get; init; } = "";
}
