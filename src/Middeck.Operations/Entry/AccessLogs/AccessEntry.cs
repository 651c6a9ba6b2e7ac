using System.Net;

namespace Middeck.Operations.Entry.AccessLogs;

/// <summary>One request as the access log tells it.</summary>
internal readonly record struct AccessEntry
{
    /// <summary>When it came.</summary>
    public required DateTimeOffset At { get; init; }

    public required TimeSpan Duration { get; init; }

    /// <summary>The client, behind trusted proxies.</summary>
    public required IPAddress? Client { get; init; }

    /// <summary>The person or key; null for services and for those who are not signed in.</summary>
    public string? User { get; init; }

    public required string Method { get; init; }

    public required string Host { get; init; }

    public required string Path { get; init; }

    /// <summary>With its question mark; secrets are still in it.</summary>
    public string? Query { get; init; }

    public required string Protocol { get; init; }

    public required int Status { get; init; }

    /// <summary>The body's length where the answer says it; null for streams.</summary>
    public long? Bytes { get; init; }

    /// <summary>The service; null for the platform itself.</summary>
    public string? Service { get; init; }

    /// <summary>The address that answered for the service.</summary>
    public string? Target { get; init; }

    public string? Referer { get; init; }

    public string? UserAgent { get; init; }

    public string? TraceId { get; init; }
}
