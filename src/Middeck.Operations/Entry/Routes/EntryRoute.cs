namespace Middeck.Operations.Entry.Routes;

/// <summary>A service's place on the entry, complete: exactly one of path, host and port is given.</summary>
/// <param name="Service">The service's name.</param>
/// <param name="Targets">Where requests go; one at least.</param>
public sealed record EntryRoute(string Service, IReadOnlyList<Uri> Targets)
{
    /// <summary>The prefix without a slash at its end, such as <c>/grafana</c>.</summary>
    public string? Path { get; init; }

    /// <summary>Whether the service gets the path without the prefix.</summary>
    public bool StripPrefix { get; init; }

    /// <summary>The host name in lower case.</summary>
    public string? Host { get; init; }

    /// <summary>A port of its own.</summary>
    public int? Port { get; init; }

    /// <summary>Whether only the networks of administrators may pass.</summary>
    public bool IsAdministrative { get; init; }

    /// <summary>Whether the service is told the name that the client asked for; one of somebody else is told its own.</summary>
    public bool KeepsHost { get; init; }

    /// <summary>The largest request body in bytes; null: the entry's own limit.</summary>
    public long? MaxBodyBytes { get; init; }

    /// <summary>How long the service may be silent; null: the entry's own limit.</summary>
    public TimeSpan? Timeout { get; init; }

    /// <summary>How each of several targets is asked whether it works; null: nobody asks.</summary>
    public TargetCheck? Check { get; init; }

    /// <summary>Whether requests are spread over several targets.</summary>
    public bool IsSpread => Targets.Count > 1;
}
