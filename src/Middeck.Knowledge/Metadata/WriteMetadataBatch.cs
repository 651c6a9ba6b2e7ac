using System.ComponentModel.DataAnnotations;

namespace Middeck.Knowledge.Metadata;

/// <summary>Writes the values of several documents.</summary>
public sealed record WriteMetadataBatch
{
    /// <summary>1 to 1,000.</summary>
    [Required]
    [Length(1, 1000)]
    public IReadOnlyList<DocumentMetadataChange> Documents { get; init; } = [];
}
