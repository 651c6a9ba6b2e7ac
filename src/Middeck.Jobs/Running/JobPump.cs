using System.Diagnostics;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Middeck.Jobs.Queue;
using Middeck.Storage.Notifications;

namespace Middeck.Jobs.Running;

/// <summary>
/// Takes up waiting jobs while this node has room for their kind: one of each workspace in turn, so that a workspace that
/// uploads a thousand files does not keep the others waiting.
/// </summary>
internal sealed partial class JobPump(
    LeaseStore leases,
    JobRunner runner,
    RunningJobs running,
    JobHandlerCatalogue handlers,
    WorkSignal signal,
    INotificationBus bus,
    IOptions<JobOptions> options,
    TimeProvider clock,
    ILogger<JobPump> logger) : BackgroundService
{
    // Notifications are hints; without one this is how long a row can lie unseen.
    private static readonly TimeSpan LookInterval = TimeSpan.FromSeconds(10);

    private Guid _lastWorkspace;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!options.Value.Enabled || handlers.Kinds.Count == 0)
        {
            return;
        }

        using var waiting = bus.Subscribe(JobChannels.Waiting, _ => signal.Set(), signal.Set);
        try
        {
            while (true)
            {
                await signal.WaitAsync(await PumpAsync(stoppingToken), clock, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            await running.ShutDownAsync();
        }
    }

    /// <summary>Takes up what there is room for.</summary>
    /// <returns>When to look again unasked.</returns>
    private async Task<TimeSpan> PumpAsync(CancellationToken cancellationToken)
    {
        try
        {
            while (await TakeOneAsync(cancellationToken))
            {
            }

            var due = await leases.NextDueAsync(cancellationToken) - clock.GetUtcNow();
            return due < LookInterval ? TimeSpan.FromMilliseconds(Math.Max(due.Value.TotalMilliseconds, 1)) : LookInterval;
        }
        catch (Exception ex) when (ex is not OperationCanceledException)
        {
            // The database may be restarting. The rows wait.
            LogPumpFailed(ex);
            return LookInterval;
        }
    }

    internal async Task<bool> TakeOneAsync(CancellationToken cancellationToken)
    {
        var kinds = handlers.Kinds.Where(kind => running.CountOf(kind) < options.Value.Concurrency).ToList();
        if (kinds.Count == 0)
        {
            return false;
        }

        var traceId = ActivityTraceId.CreateRandom().ToHexString();
        var leaseExpiresAt = clock.GetUtcNow() + LeaseStore.Lease;
        if (await leases.ClaimAsync(kinds, _lastWorkspace, traceId, cancellationToken) is not { } row)
        {
            return false;
        }

        _lastWorkspace = row.Job.WorkspaceId;
        var job = new RunningJob(row, leaseExpiresAt);
        running.Add(job);
        job.Completion = Task.Run(() => RunAsync(job), CancellationToken.None);
        return true;
    }

    private async Task RunAsync(RunningJob job)
    {
        try
        {
            await runner.RunAsync(job);
        }
        finally
        {
            running.Remove(job);
            job.Dispose();
            signal.Set();
        }
    }

    [LoggerMessage(LogLevel.Error, "Waiting jobs could not be taken up and will be tried again.")]
    private partial void LogPumpFailed(Exception exception);
}
