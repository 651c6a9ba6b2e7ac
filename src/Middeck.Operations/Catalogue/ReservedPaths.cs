namespace Middeck.Operations.Catalogue;

/// <summary>Paths of the platform itself. No service can have a route at or below one of them.</summary>
public static class ReservedPaths
{
    /// <summary>The first segments, with their slash.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        "/api", "/v1", "/mcp", "/ollama", "/admin", "/swagger", "/health", "/metrics", "/files", "/s", "/triggers", "/form", "/assets",
        // The console's pages and files.
        "/w", "/login", "/invite", "/reset", "/embed", "/embed.js", "/theme.js", "/index.html", "/site.html", "/favicon.ico",
        "/favicon.svg",
        // Where people look for the API's documentation.
        "/docs", "/redoc", "/console",
    ];

    /// <summary>Whether a path such as <c>/grafana</c> is, or lies below, one of ours.</summary>
    public static bool Contains(string path)
        => All.Any(reserved => path.Equals(reserved, StringComparison.OrdinalIgnoreCase)
            || path.StartsWith($"{reserved}/", StringComparison.OrdinalIgnoreCase));
}
