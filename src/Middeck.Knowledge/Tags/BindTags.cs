using System.ComponentModel.DataAnnotations;

namespace Middeck.Knowledge.Tags;

/// <summary>Gives tags to knowledge bases, or takes them away.</summary>
public sealed record BindTags
{
    /// <summary>1 to 100.</summary>
    [Required]
    [Length(1, 100)]
    public IReadOnlyList<Guid> TagIds { get; init; } = [];

    /// <summary>1 to 100.</summary>
    [Required]
    [Length(1, 100)]
    public IReadOnlyList<Guid> KnowledgeBaseIds { get; init; } = [];
}
