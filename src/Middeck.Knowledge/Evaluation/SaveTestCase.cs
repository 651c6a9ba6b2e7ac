using System.ComponentModel.DataAnnotations;

namespace Middeck.Knowledge.Evaluation;

/// <summary>A question with the passages that ought to be found.</summary>
public sealed record SaveTestCase
{
    /// <summary>The question, 1 to 4,000 characters.</summary>
    [Required]
    [StringLength(4000, MinimumLength = 1)]
    public string Query { get; init; } = "";

    /// <summary>1 to 20 passages, any order.</summary>
    [Required]
    [MinLength(1)]
    [MaxLength(20)]
    public IReadOnlyList<ExpectedPassage> Expected { get; init; } = [];
}
