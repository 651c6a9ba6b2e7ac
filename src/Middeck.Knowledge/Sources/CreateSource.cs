using System.ComponentModel.DataAnnotations;

namespace Middeck.Knowledge.Sources;

/// <summary>Asks for a source.</summary>
public sealed record CreateSource
{
    /// <summary>For people, 1 to 100 characters.</summary>
    [Required]
    [StringLength(100, MinimumLength = 1)]
    public string Name { get; init; } = "";

    /// <summary>What kind of place it is.</summary>
    public SourceKind Kind { get; init; }

    /// <summary>Where and what, for that kind.</summary>
    [Required]
    public SourceSettings Settings { get; init; } = new();

    /// <summary>The secret to <c>settings.s3.access_key</c>.</summary>
    [StringLength(1000)]
    public string? SecretKey { get; init; }

    /// <summary><c>none</c>, <c>hourly</c>, <c>daily</c>, <c>weekly</c>, or minutes from 15 as <c>45m</c>.</summary>
    [StringLength(20)]
    public string Schedule { get; init; } = "none";

    /// <summary>What happens to documents that are no longer there.</summary>
    public GoneRule Gone { get; init; }
}
