using System.ComponentModel.DataAnnotations;

namespace Middeck.Knowledge.External;

/// <summary>Makes somebody else's knowledge API known.</summary>
public sealed record CreateExternalApi
{
    /// <summary>For people, 1 to 100 characters.</summary>
    [Required]
    [StringLength(100, MinimumLength = 1)]
    public string Name { get; init; } = "";

    /// <summary>For people.</summary>
    [StringLength(2000)]
    public string? Description { get; init; }

    /// <summary>The http or https address in front of <c>/retrieval</c>.</summary>
    [Required]
    [StringLength(2000, MinimumLength = 1)]
    public string Endpoint { get; init; } = "";

    /// <summary>Sent as a bearer token.</summary>
    [Required]
    [StringLength(2000, MinimumLength = 1)]
    public string ApiKey { get; init; } = "";
}
