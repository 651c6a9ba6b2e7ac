using System.ComponentModel.DataAnnotations;

namespace Middeck.Studio.Annotations;

/// <summary>Deletes many annotations.</summary>
public sealed record DeleteAnnotations
{
    /// <summary>1 to 100; those that are not there are passed over.</summary>
    [Required]
    [MinLength(1)]
    [MaxLength(100)]
    public IReadOnlyList<Guid> Ids { get; init; } = [];
}
