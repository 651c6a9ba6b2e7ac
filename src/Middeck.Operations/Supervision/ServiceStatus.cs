namespace Middeck.Operations.Supervision;

/// <summary>One supervised process as the supervisor last saw it.</summary>
/// <param name="Name">Such as <c>postgres</c> or <c>platform</c>.</param>
/// <param name="State">What it is doing.</param>
/// <param name="Pid">Its process id while it runs.</param>
/// <param name="StartedAt">When it was started or adopted.</param>
/// <param name="Restarts">How often it was started again since the supervisor started.</param>
/// <param name="LastExitCode">How it last ended; null when it never did or nobody saw it.</param>
/// <param name="LastWords">The last line of its log when it last ended.</param>
public sealed record ServiceStatus(
    string Name,
    ServiceState State,
    int? Pid = null,
    DateTimeOffset? StartedAt = null,
    int Restarts = 0,
    int? LastExitCode = null,
    string? LastWords = null)
{
    /// <summary><c>built_in</c>, <c>process</c>, <c>systemd</c>, <c>compose</c> or <c>url</c>.</summary>
    public string Kind { get; init; } = "built_in";

    /// <summary>What its health check says.</summary>
    public HealthState Health { get; init; }

    /// <summary>Why it is not healthy.</summary>
    public string? HealthProblem { get; init; }

    /// <summary>What holds its limits: <c>cgroup</c>, <c>systemd</c> or <c>watcher</c>; null when it has none.</summary>
    public string? LimitsBy { get; init; }
}
