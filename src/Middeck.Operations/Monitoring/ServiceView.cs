namespace Middeck.Operations.Monitoring;

/// <summary>One service as it is now.</summary>
/// <param name="Name">Its name.</param>
/// <param name="State"><c>waiting</c>, <c>starting</c>, <c>running</c>, <c>restarting</c>, <c>stopped</c> or <c>failed</c>.</param>
/// <param name="Pid">Its process; null where it has none or another manager runs it.</param>
/// <param name="MemoryBytes">Memory of its processes.</param>
/// <param name="StartedAt">When it was started or adopted.</param>
/// <param name="Restarts">How often it was started again.</param>
/// <param name="LastExitCode">How it last ended.</param>
/// <param name="LastWords">What it said last when it last ended.</param>
public record ServiceView(
    string Name,
    string State,
    int? Pid,
    long? MemoryBytes,
    DateTimeOffset? StartedAt,
    int Restarts,
    int? LastExitCode,
    string? LastWords)
{
    /// <summary><c>built_in</c>, <c>process</c>, <c>systemd</c>, <c>compose</c> or <c>url</c>.</summary>
    public string Kind { get; init; } = "built_in";

    /// <summary><c>unknown</c>, <c>starting</c>, <c>healthy</c> or <c>unhealthy</c>.</summary>
    public string Health { get; init; } = "unknown";

    /// <summary>Why it is not healthy.</summary>
    public string? HealthProblem { get; init; }

    /// <summary>The ports that it listens on.</summary>
    public IReadOnlyList<int> Ports { get; init; } = [];

    /// <summary>The share of one processor since it was started, in percent.</summary>
    public double? CpuPercent { get; init; }

    /// <summary>Processor time since it was started, in seconds.</summary>
    public double? CpuSeconds { get; init; }

    /// <summary>Open TCP connections.</summary>
    public int? Connections { get; init; }

    /// <summary>What holds its limits: <c>cgroup</c>, <c>systemd</c>, <c>watcher</c> or <c>prlimit</c>; null without limits.</summary>
    public string? LimitsBy { get; init; }
}
