using System.ComponentModel.DataAnnotations;

namespace Middeck.Knowledge.Documents;

/// <summary>A text that becomes a document.</summary>
public sealed record PastedText
{
    /// <summary>1 to 255 characters; <c>.txt</c> is added unless it ends in <c>.txt</c> or <c>.md</c>.</summary>
    [Required]
    [StringLength(255, MinimumLength = 1)]
    public string Name { get; init; } = "";

    /// <summary>The text, as Markdown where the name ends in <c>.md</c>.</summary>
    [Required]
    public string Text { get; init; } = "";

    /// <summary>What happens when the base has it already.</summary>
    public DuplicateRule Duplicate { get; init; }
}
