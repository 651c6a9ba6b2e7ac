using Middeck.Operations.Catalogue;

namespace Middeck.Operations.Supervision;

/// <summary>Asks a service again and again, beside whoever watches its process.</summary>
internal sealed class HealthWatch : IAsyncDisposable
{
    // Until it is healthy for the first time somebody waits for it.
    private static readonly TimeSpan Eager = TimeSpan.FromMilliseconds(250);

    private readonly ServiceHealth? _health;
    private readonly TimeProvider _clock;
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _watching;
    private volatile HealthReport _report = new(HealthState.Unknown, null);

    public HealthWatch(ServiceHealth? health, TimeProvider clock)
    {
        _health = health;
        _clock = clock;
        _watching = health is null ? Task.CompletedTask : WatchAsync(health, _stop.Token);
    }

    /// <summary>What it last said.</summary>
    public HealthReport Report => _report;

    /// <summary>Whether those that depend on it may start: it is healthy, or cannot be asked.</summary>
    public bool IsReady => _health is null || _report.State == HealthState.Healthy;

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _watching.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stop.Dispose();
    }

    private async Task WatchAsync(ServiceHealth health, CancellationToken cancellationToken)
    {
        _report = new HealthReport(HealthState.Starting, null);
        var start = _clock.GetTimestamp();
        var failures = 0;
        while (true)
        {
            var problem = await HealthCheck.ProblemOfAsync(health, cancellationToken);
            var starting = _report.State == HealthState.Starting && _clock.GetElapsedTime(start) < health.StartPeriod;
            failures = problem is null || starting ? 0 : failures + 1;
            _report = problem is null
                ? new HealthReport(HealthState.Healthy, null)
                : new HealthReport(failures >= health.Failures ? HealthState.Unhealthy : _report.State, problem);
            var pause = _report.State == HealthState.Starting && Eager < health.Interval ? Eager : health.Interval;
            await Task.Delay(pause, _clock, cancellationToken);
        }
    }
}

/// <summary>What a health check last said.</summary>
internal sealed record HealthReport(HealthState State, string? Problem);
