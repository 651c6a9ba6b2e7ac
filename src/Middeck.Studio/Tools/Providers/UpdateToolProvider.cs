using System.ComponentModel.DataAnnotations;

namespace Middeck.Studio.Tools.Providers;

/// <summary>Changes a tool provider; what is left out stays. Its tools are read anew.</summary>
public sealed record UpdateToolProvider
{
    /// <summary>For people, 1 to 100 characters.</summary>
    [StringLength(100, MinimumLength = 1)]
    public string? Name { get; init; }

    /// <summary>For people.</summary>
    [StringLength(2000)]
    public string? Description { get; init; }

    /// <summary>An emoji.</summary>
    [StringLength(20)]
    public string? Icon { get; init; }

    /// <summary>Another description, in the form of the first.</summary>
    [StringLength(5_000_000)]
    public string? Source { get; init; }

    /// <summary>Where the description is fetched from.</summary>
    [StringLength(2000)]
    public string? SourceUrl { get; init; }

    /// <summary>Where the tools are asked. With another host the secrets are needed again.</summary>
    [StringLength(2000)]
    public string? ServerUrl { get; init; }

    /// <summary>For MCP: <c>auto</c>, <c>streamable_http</c> or <c>sse</c>.</summary>
    [AllowedValues(null, "auto", "streamable_http", "sse")]
    public string? Transport { get; init; }

    /// <summary>How it is shown who asks.</summary>
    public ToolProviderAuth? Auth { get; init; }

    /// <summary>All further headers; one with an empty value keeps the value that it has.</summary>
    public Dictionary<string, string>? Headers { get; init; }
}
