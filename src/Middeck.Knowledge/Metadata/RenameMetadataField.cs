using System.ComponentModel.DataAnnotations;

namespace Middeck.Knowledge.Metadata;

/// <summary>Gives a metadata field another name; its values stay.</summary>
public sealed record RenameMetadataField
{
    /// <summary>1 to 255 characters, once in the base.</summary>
    [Required]
    [StringLength(255, MinimumLength = 1)]
    public string Name { get; init; } = "";
}
