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

    /// <summary>For MCP: <c>auto</c>, <c>streamable_http</c>, <c>sse</c>, or <c>stdio</c> for a server that is started in the sandbox.</summary>
    [AllowedValues(null, "auto", "streamable_http", "sse", "stdio")]
    public string? Transport { get; init; }

    /// <summary>How it is shown who asks.</summary>
    public ToolProviderAuth? Auth { get; init; }

    /// <summary>All further headers; one with an empty value keeps the value that it has.</summary>
    public Dictionary<string, string>? Headers { get; init; }

    /// <summary>For <c>stdio</c>: the program, by its name or its full path.</summary>
    [StringLength(1000)]
    public string? Command { get; init; }

    /// <summary>For <c>stdio</c>: its arguments, at most 100; other people can see them, so that secrets belong into the environment.</summary>
    [MaxLength(100)]
    public string[]? Arguments { get; init; }

    /// <summary>For <c>stdio</c>: all variables; one with an empty value keeps the value that it has.</summary>
    public Dictionary<string, string>? Environment { get; init; }

    /// <summary>For <c>stdio</c>: whether it may use the machine's network; only who administers the installation grants that.</summary>
    public bool? Network { get; init; }
}
