using System.ComponentModel.DataAnnotations;

namespace Middeck.Studio.Tools.Providers;

/// <summary>How a provider is to be shown who asks.</summary>
public sealed record ToolProviderAuth
{
    /// <summary><c>none</c>, <c>api_key</c>, <c>bearer</c>, <c>basic</c>, or <c>oauth</c> for an MCP server that people sign in to.</summary>
    [AllowedValues("none", "api_key", "bearer", "basic", "oauth")]
    public string Type { get; init; } = "none";

    /// <summary>Where a key stands: <c>header</c> or <c>query</c>.</summary>
    [AllowedValues("header", "query")]
    public string In { get; init; } = "header";

    /// <summary>The header or the parameter of a key, such as <c>X-API-Key</c>; for <c>oauth</c> scopes, separated by spaces.</summary>
    [StringLength(200)]
    public string Name { get; init; } = "";

    /// <summary>What stands before a key in a header, such as <c>Token</c>.</summary>
    [StringLength(100)]
    public string Prefix { get; init; } = "";

    /// <summary>For <c>basic</c>; for <c>oauth</c> the client's id where the server lets nobody register by himself.</summary>
    [StringLength(1000)]
    public string Username { get; init; } = "";

    /// <summary>The key, the token, the password or the client's secret. Left out, the one that is kept stays.</summary>
    [StringLength(10_000)]
    public string? Secret { get; init; }
}
