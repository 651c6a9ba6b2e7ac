using System.ComponentModel.DataAnnotations;

namespace Middeck.Studio.Apps;

/// <summary>Publishes an old version again.</summary>
public sealed record RollBackApp
{
    /// <summary>The version whose configuration callers are to get.</summary>
    [Range(1, int.MaxValue)]
    public int Version { get; init; }

    /// <summary>A name for the new version.</summary>
    [StringLength(AppText.LongestName)]
    public string? Name { get; init; }

    /// <summary>Why.</summary>
    [StringLength(AppText.LongestDescription)]
    public string? Note { get; init; }
}
