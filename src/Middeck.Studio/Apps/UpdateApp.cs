using System.ComponentModel.DataAnnotations;

namespace Middeck.Studio.Apps;

/// <summary>Changes how an app looks in lists; what is null stays.</summary>
public sealed record UpdateApp
{
    /// <summary>For people.</summary>
    [StringLength(100, MinimumLength = 1)]
    public string? Name { get; init; }

    /// <summary>For people.</summary>
    [StringLength(2_000)]
    public string? Description { get; init; }

    /// <summary>An emoji or a name; empty for none.</summary>
    [StringLength(200)]
    public string? Icon { get; init; }
}
