using System.ComponentModel.DataAnnotations;

namespace Middeck.Knowledge.Metadata;

/// <summary>The new values of one document of a batch.</summary>
public sealed record DocumentMetadataChange
{
    /// <summary>Whose they are.</summary>
    public Guid DocumentId { get; init; }

    /// <summary>At most 200.</summary>
    [Required]
    [Length(0, 200)]
    public IReadOnlyList<MetadataEntry> Values { get; init; } = [];

    /// <summary>Whether values of fields that are not named stay.</summary>
    public bool PartialUpdate { get; init; }
}
