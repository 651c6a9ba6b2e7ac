using System.ComponentModel.DataAnnotations;

namespace Middeck.Knowledge.External;

/// <summary>Changes an external knowledge API; what is null stays.</summary>
public sealed record UpdateExternalApi
{
    /// <summary>For people, 1 to 100 characters.</summary>
    [StringLength(100, MinimumLength = 1)]
    public string? Name { get; init; }

    /// <summary>For people.</summary>
    [StringLength(2000)]
    public string? Description { get; init; }

    /// <summary>The http or https address in front of <c>/retrieval</c>.</summary>
    [StringLength(2000, MinimumLength = 1)]
    public string? Endpoint { get; init; }

    /// <summary>Sent as a bearer token. Needed when the endpoint changes: a key goes nowhere that it was not given for.</summary>
    [StringLength(2000, MinimumLength = 1)]
    public string? ApiKey { get; init; }
}
