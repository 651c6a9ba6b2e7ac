using System.ComponentModel.DataAnnotations;

namespace Middeck.Studio.Extensions;

/// <summary>Makes a program known that takes part in answers.</summary>
public sealed record CreateApiExtension
{
    /// <summary>For people, 1 to 100 characters.</summary>
    [Required]
    [StringLength(100, MinimumLength = 1)]
    public string Name { get; init; } = "";

    /// <summary>The http or https address that is asked by POST.</summary>
    [Required]
    [StringLength(2000, MinimumLength = 1)]
    public string Url { get; init; } = "";

    /// <summary>Sent as a bearer token.</summary>
    [Required]
    [StringLength(2000, MinimumLength = 1)]
    public string ApiKey { get; init; } = "";
}
