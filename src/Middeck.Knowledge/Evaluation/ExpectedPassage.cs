using System.ComponentModel.DataAnnotations;

namespace Middeck.Knowledge.Evaluation;

/// <summary>A passage that ought to be found.</summary>
public sealed record ExpectedPassage
{
    /// <summary>The document it is in.</summary>
    [Required]
    public Guid DocumentId { get; init; }

    /// <summary>Its words. They stay true when the document is cut anew and chunks have other ids; empty for any passage of the document.</summary>
    [StringLength(8000)]
    public string Quote { get; init; } = "";
}
