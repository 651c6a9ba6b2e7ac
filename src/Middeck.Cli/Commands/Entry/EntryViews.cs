namespace Middeck.Cli.Commands.Entry;

/// <summary>The answer of <c>middeck entry routes --json</c>.</summary>
internal sealed record RoutesView(IReadOnlyList<RouteView> Routes, IReadOnlyList<RouteProblemView> Problems);

/// <summary>One route; exactly one of path, host and port is not null.</summary>
internal sealed record RouteView(
    string Service,
    string? Path,
    string? Host,
    int? Port,
    bool StripPrefix,
    IReadOnlyList<string> Targets,
    bool Administrative,
    long MaxBodyBytes,
    int TimeoutSeconds);

/// <summary>A service that gets no route, and why.</summary>
internal sealed record RouteProblemView(string Service, string Place, string Detail);

/// <summary>The answer of <c>middeck entry certificate --json</c>.</summary>
internal sealed record CertificateView(
    string Source,
    string File,
    IReadOnlyList<string> Names,
    string Issuer,
    string Fingerprint,
    DateTimeOffset NotBefore,
    DateTimeOffset NotAfter,
    string State);
