using System.ComponentModel.DataAnnotations;

namespace Middeck.Studio.Apps;

/// <summary>Names a version; what is null stays, what is empty is taken away.</summary>
public sealed record RenameVersion
{
    /// <summary>A name for the version.</summary>
    [StringLength(AppText.LongestName)]
    public string? Name { get; init; }

    /// <summary>What changed.</summary>
    [StringLength(AppText.LongestDescription)]
    public string? Note { get; init; }
}
