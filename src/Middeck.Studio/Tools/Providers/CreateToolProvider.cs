using System.ComponentModel.DataAnnotations;

namespace Middeck.Studio.Tools.Providers;

/// <summary>Makes tools from elsewhere known.</summary>
public sealed record CreateToolProvider
{
    /// <summary><c>openapi</c>, <c>curl</c> or <c>mcp</c>.</summary>
    [Required]
    [AllowedValues("openapi", "curl", "mcp")]
    public string Kind { get; init; } = "";

    /// <summary>For people; what the description says when it is left out.</summary>
    [StringLength(100)]
    public string? Name { get; init; }

    /// <summary>For people; what the description says when it is left out.</summary>
    [StringLength(2000)]
    public string? Description { get; init; }

    /// <summary>An emoji.</summary>
    [StringLength(20)]
    public string? Icon { get; init; }

    /// <summary>The OpenAPI or Swagger document (JSON or YAML), or the curl command.</summary>
    [StringLength(5_000_000)]
    public string? Source { get; init; }

    /// <summary>Where the OpenAPI document is fetched from, in the place of <c>source</c>.</summary>
    [StringLength(2000)]
    public string? SourceUrl { get; init; }

    /// <summary>Where the tools are asked; for OpenAPI where the document says unless given, needed for MCP.</summary>
    [StringLength(2000)]
    public string? ServerUrl { get; init; }

    /// <summary>For MCP: <c>auto</c>, <c>streamable_http</c>, <c>sse</c>, or <c>stdio</c> for a server that is started in the sandbox.</summary>
    [AllowedValues("auto", "streamable_http", "sse", "stdio")]
    public string Transport { get; init; } = "auto";

    /// <summary>How it is shown who asks; what a curl command says when it is left out.</summary>
    public ToolProviderAuth? Auth { get; init; }

    /// <summary>Further headers; their values are kept as secrets.</summary>
    public Dictionary<string, string>? Headers { get; init; }

    /// <summary>For <c>stdio</c>: the program, by its name or its full path.</summary>
    [StringLength(1000)]
    public string? Command { get; init; }

    /// <summary>For <c>stdio</c>: its arguments, at most 100; other people can see them, so that secrets belong into the environment.</summary>
    [MaxLength(100)]
    public string[]? Arguments { get; init; }

    /// <summary>For <c>stdio</c>: variables by name; their values are kept as secrets.</summary>
    public Dictionary<string, string>? Environment { get; init; }

    /// <summary>For <c>stdio</c>: whether it may use the machine's network; only who administers the installation grants that.</summary>
    public bool Network { get; init; }
}
