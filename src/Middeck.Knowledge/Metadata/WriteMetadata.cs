using System.ComponentModel.DataAnnotations;

namespace Middeck.Knowledge.Metadata;

/// <summary>Writes the values of one document.</summary>
public sealed record WriteMetadata
{
    /// <summary>At most 200.</summary>
    [Required]
    [Length(0, 200)]
    public IReadOnlyList<MetadataEntry> Values { get; init; } = [];

    /// <summary>Whether values of fields that are not named stay.</summary>
    public bool PartialUpdate { get; init; }
}
