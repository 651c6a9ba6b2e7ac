using System.ComponentModel.DataAnnotations;

namespace Middeck.Studio.Apps;

/// <summary>Asks for another app like this one.</summary>
public sealed record CopyApp
{
    /// <summary>For people; null for the app's own name with a number.</summary>
    [StringLength(AppText.LongestName, MinimumLength = 1)]
    public string? Name { get; init; }
}
