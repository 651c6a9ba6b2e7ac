using System.ComponentModel.DataAnnotations;

namespace Middeck.Studio.Tools.Providers;

/// <summary>How a provider is to be shown who asks.</summary>
public sealed record ToolProviderAuth
{
    /// <summary><c>none</c>, <c>api_key</c>, <c>bearer</c> or <c>basic</c>.</summary>
    [AllowedValues("none", "api_key", "bearer", "basic")]
    public string Type { get; init; } = "none";

    /// <summary>Where a key stands: <c>header</c> or <c>query</c>.</summary>
    [AllowedValues("header", "query")]
    public string In { get; init; } = "header";

    /// <summary>The header or the parameter of a key, such as <c>X-API-Key</c>.</summary>
    [StringLength(200)]
    public string Name { get; init; } = "";

    /// <summary>What stands before a key in a header, such as <c>Token</c>.</summary>
    [StringLength(100)]
    public string Prefix { get; init; } = "";

    /// <summary>For <c>basic</c>.</summary>
    [StringLength(1000)]
    public string Username { get; init; } = "";

    /// <summary>The key, the token or the password. Left out, the one that is kept stays.</summary>
    [StringLength(10_000)]
    public string? Secret { get; init; }
}
