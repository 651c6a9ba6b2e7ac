using System.ComponentModel.DataAnnotations;

namespace Middeck.Knowledge.Metadata;

/// <summary>Makes a metadata field.</summary>
public sealed record CreateMetadataField
{
    /// <summary>1 to 255 characters, once in the base.</summary>
    [Required]
    [StringLength(255, MinimumLength = 1)]
    public string Name { get; init; } = "";

    /// <summary>What its values are.</summary>
    public MetadataType Type { get; init; } = MetadataType.String;
}
