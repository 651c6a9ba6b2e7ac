namespace Middeck.Operations.Catalogue;

/// <summary>A service's place on the unified entry: exactly one of path, host and port is given.</summary>
public sealed record ServiceRoute
{
    /// <summary>A path prefix such as <c>/grafana</c>; only for services that can live below one.</summary>
    public string? Path { get; init; }

    /// <summary>Whether the service wants the path without the prefix.</summary>
    public bool StripPrefix { get; init; }

    /// <summary>A host name such as <c>dify.example.com</c>.</summary>
    public string? Host { get; init; }

    /// <summary>A port of its own on the entry.</summary>
    public int? Port { get; init; }

    /// <summary>Where requests go, one address for each node. Empty: the service's first TCP port, or its <see cref="ServiceEntry.Url" />.</summary>
    public IReadOnlyList<Uri> Targets { get; init; } = [];

    /// <summary>Whether only networks on the entry's list of administrators' networks may pass.</summary>
    public bool IsAdministrative { get; init; }

    /// <summary>The largest request body in bytes; null: the entry's own limit.</summary>
    public long? MaxBodyBytes { get; init; }

    /// <summary>How long a request may stay without an answer; null: the entry's own limit.</summary>
    public TimeSpan? Timeout { get; init; }
}
