using System.ComponentModel.DataAnnotations;

namespace Middeck.Studio.Apps;

/// <summary>Publishes the draft.</summary>
public sealed record PublishApp
{
    /// <summary>A name for the version.</summary>
    [StringLength(100)]
    public string? Name { get; init; }

    /// <summary>What changed.</summary>
    [StringLength(2_000)]
    public string? Note { get; init; }

    /// <summary>Why it is published below the app's bar; only with the permission <c>apps.override</c>.</summary>
    [StringLength(2_000)]
    public string? OverrideReason { get; init; }
}
