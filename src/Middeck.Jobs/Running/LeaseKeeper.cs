using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Middeck.Jobs.Queue;
using Middeck.Storage.Notifications;

namespace Middeck.Jobs.Running;

/// <summary>
/// Keeps the leases of the jobs that this node works on: prolongs them every ten seconds, and looks every second whether
/// somebody asked to stop one or another node has taken one up.
/// </summary>
internal sealed partial class LeaseKeeper(
    LeaseStore leases, RunningJobs running, INotificationBus bus, TimeProvider clock, ILogger<LeaseKeeper> logger)
    : BackgroundService
{
    private static readonly TimeSpan LookInterval = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan RenewInterval = TimeSpan.FromSeconds(10);

    private DateTimeOffset _nextRenewal = clock.GetUtcNow();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var cancels = bus.Subscribe(JobChannels.Cancel, StopAsked);
        using var timer = new PeriodicTimer(LookInterval, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await LookAsync(stoppingToken);
            }
            catch (Exception ex) when (ex is not OperationCanceledException)
            {
                // The database may be restarting. A lease that could not be prolonged in time is given up by the clock.
                LogLookFailed(ex);
            }

            GiveUpExpired();
        }
    }

    internal async Task LookAsync(CancellationToken cancellationToken)
    {
        var jobs = running.All;
        if (jobs.Count == 0)
        {
            return;
        }

        var now = clock.GetUtcNow();
        var until = now + LeaseStore.Lease;
        var renew = now >= _nextRenewal;
        var held = renew
            ? await leases.RenewAsync(until, cancellationToken)
            : await leases.HeldAsync([.. jobs.Select(job => job.Id)], cancellationToken);
        if (renew)
        {
            _nextRenewal = now + RenewInterval;
        }

        foreach (var job in jobs)
        {
            if (held.Find(lease => lease.Id == job.Id && lease.Attempt == job.Attempt) is not { } lease)
            {
                // Also when the job has just ended by itself; then nobody listens any more.
                job.Stop(StopReason.LeaseLost);
                continue;
            }

            job.LeaseExpiresAt = renew ? until : job.LeaseExpiresAt;
            if (lease.CancelRequested)
            {
                job.Stop(StopReason.Cancel);
            }
        }
    }

    private void GiveUpExpired()
    {
        var now = clock.GetUtcNow();
        foreach (var job in running.All.Where(job => job.LeaseExpiresAt <= now))
        {
            job.Stop(StopReason.LeaseLost);
        }
    }

    private void StopAsked(string payload)
    {
        if (Guid.TryParse(payload, out var id))
        {
            running.Stop(id, StopReason.Cancel);
        }
    }

    [LoggerMessage(LogLevel.Error, "The leases of running jobs could not be looked after and will be tried again.")]
    private partial void LogLookFailed(Exception exception);
}
