using System.ComponentModel.DataAnnotations;

namespace Middeck.Knowledge.Sources;

/// <summary>Asks whether settings work, before they are saved.</summary>
public sealed record CheckSource
{
    /// <summary>What kind of place it is.</summary>
    public SourceKind Kind { get; init; }

    /// <summary>Where and what, for that kind.</summary>
    [Required]
    public SourceSettings Settings { get; init; } = new();

    /// <summary>The secret to <c>settings.s3.access_key</c>.</summary>
    [StringLength(1000)]
    public string? SecretKey { get; init; }

    /// <summary>The source whose kept secret is used when none is given.</summary>
    public Guid? SourceId { get; init; }
}
