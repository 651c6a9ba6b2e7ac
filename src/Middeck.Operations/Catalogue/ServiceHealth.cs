namespace Middeck.Operations.Catalogue;

/// <summary>How to tell that a service works: exactly one of the three ways is given.</summary>
public sealed record ServiceHealth
{
    /// <summary>An address that must answer with a status from 200 to 399.</summary>
    public Uri? Http { get; init; }

    /// <summary>A host and a port that must accept a connection, such as <c>127.0.0.1:9090</c>.</summary>
    public string? Tcp { get; init; }

    /// <summary>A program and its arguments that must end with 0.</summary>
    public IReadOnlyList<string> Command { get; init; } = [];

    /// <summary>The time between two checks.</summary>
    public TimeSpan Interval { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long one check may take.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>So many failures in a row make it unhealthy; 1 or more.</summary>
    public int Failures { get; init; } = 3;

    /// <summary>Failures in this time after a start do not count.</summary>
    public TimeSpan StartPeriod { get; init; } = TimeSpan.FromSeconds(60);
}
