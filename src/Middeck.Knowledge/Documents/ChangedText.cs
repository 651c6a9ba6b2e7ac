using System.ComponentModel.DataAnnotations;

namespace Middeck.Knowledge.Documents;

/// <summary>The next version of a document that is a text.</summary>
public sealed record ChangedText
{
    /// <summary>The whole text.</summary>
    [Required]
    public string Text { get; init; } = "";
}
