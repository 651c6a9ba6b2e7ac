using System.ComponentModel.DataAnnotations;

namespace Middeck.Knowledge.Sources;

/// <summary>Changes a source; what is null stays.</summary>
public sealed record UpdateSource
{
    /// <summary>For people, 1 to 100 characters.</summary>
    [StringLength(100, MinimumLength = 1)]
    public string? Name { get; init; }

    /// <summary>Where and what, all of it.</summary>
    public SourceSettings? Settings { get; init; }

    /// <summary>Another secret; an empty text takes the present one away.</summary>
    [StringLength(1000)]
    public string? SecretKey { get; init; }

    /// <summary><c>none</c>, <c>hourly</c>, <c>daily</c>, <c>weekly</c>, or minutes from 15 as <c>45m</c>.</summary>
    [StringLength(20)]
    public string? Schedule { get; init; }

    /// <summary>What happens to documents that are no longer there.</summary>
    public GoneRule? Gone { get; init; }
}
