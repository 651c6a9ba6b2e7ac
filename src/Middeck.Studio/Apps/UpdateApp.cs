using System.ComponentModel.DataAnnotations;

namespace Middeck.Studio.Apps;

/// <summary>Changes how an app looks in lists; what is null stays.</summary>
public sealed record UpdateApp
{
    /// <summary>For people.</summary>
    [StringLength(AppText.LongestName, MinimumLength = 1)]
    public string? Name { get; init; }

    /// <summary>For people.</summary>
    [StringLength(AppText.LongestDescription)]
    public string? Description { get; init; }

    /// <summary>An emoji or a name; empty for none.</summary>
    [StringLength(AppText.LongestIcon)]
    public string? Icon { get; init; }
}
