using System.ComponentModel.DataAnnotations;

namespace Middeck.Studio.Extensions;

/// <summary>Changes an API extension; what is left out stays.</summary>
public sealed record UpdateApiExtension
{
    /// <summary>For people, 1 to 100 characters.</summary>
    [StringLength(100, MinimumLength = 1)]
    public string? Name { get; init; }

    /// <summary>The http or https address that is asked by POST. With another address the key is needed again.</summary>
    [StringLength(2000, MinimumLength = 1)]
    public string? Url { get; init; }

    /// <summary>Sent as a bearer token.</summary>
    [StringLength(2000, MinimumLength = 1)]
    public string? ApiKey { get; init; }
}
