namespace Middeck.Studio.Tools.Providers;

/// <summary>Where a provider is and how it is asked, without secrets.</summary>
/// <param name="Source"><c>openapi</c>, <c>curl</c> or <c>mcp</c>.</param>
/// <param name="SourceUrl">Where its description was fetched from; null for one that was given.</param>
/// <param name="ServerUrl">Where it is asked; null for where the description says.</param>
/// <param name="Transport">For MCP: <c>auto</c>, <c>streamable_http</c>, <c>sse</c> or <c>stdio</c>.</param>
/// <param name="Auth">How it is shown who asks.</param>
/// <param name="Headers">The names of further headers, whose values are secrets.</param>
internal sealed record ProviderSettings(
    string Source, string? SourceUrl, string? ServerUrl, string Transport, ProviderAuth Auth, IReadOnlyList<string> Headers)
{
    public const string OpenApi = "openapi";
    public const string Curl = "curl";
    public const string Mcp = "mcp";
    public const string Sse = "sse";
    public const string StreamableHttp = "streamable_http";
    public const string Auto = "auto";
    public const string StdioTransport = "stdio";

    /// <summary>Why the last attempt to sign in failed; null when it did not.</summary>
    public string? SignInProblem { get; init; }

    /// <summary>What is started in the place of asking a server; null where there is one to ask.</summary>
    public StdioServer? Stdio { get; init; }
}
