using System.ComponentModel.DataAnnotations;

namespace Middeck.Studio.Tags;

/// <summary>Gives tags to apps, or takes them away.</summary>
public sealed record BindAppTags
{
    /// <summary>1 to 100.</summary>
    [Required]
    [Length(1, 100)]
    public IReadOnlyList<Guid> TagIds { get; init; } = [];

    /// <summary>1 to 100.</summary>
    [Required]
    [Length(1, 100)]
    public IReadOnlyList<Guid> AppIds { get; init; } = [];
}
