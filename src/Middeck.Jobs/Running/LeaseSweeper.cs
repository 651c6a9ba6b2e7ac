using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Middeck.Jobs.Queue;

namespace Middeck.Jobs.Running;

/// <summary>
/// Finds what a node that died left behind: jobs under a lease that ended go back into the queue, and rooms that were not told
/// of a job's end are told.
/// </summary>
internal sealed partial class LeaseSweeper(
    LeaseStore leases,
    JobStore store,
    JobSettler settler,
    WorkSignal signal,
    IOptions<JobOptions> options,
    TimeProvider clock,
    ILogger<LeaseSweeper> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(10);

    // Who ended the job tells its room at once; longer than this means that it did not live to do so.
    private static readonly TimeSpan SettleGrace = TimeSpan.FromSeconds(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!options.Value.Enabled)
        {
            return;
        }

        using var timer = new PeriodicTimer(Interval, clock);
        do
        {
            try
            {
                await SweepAsync(stoppingToken);
            }
            catch (Exception ex) when (ex is not OperationCanceledException)
            {
                // The database may be restarting. Expired leases stay expired, so the next tick loses nothing.
                LogSweepFailed(ex);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    internal async Task<int> SweepAsync(CancellationToken cancellationToken)
    {
        var released = await leases.ReleaseExpiredAsync(cancellationToken);
        if (released > 0)
        {
            LogReleased(released);
            signal.Set();
        }

        foreach (var row in await store.UnsettledAsync(clock.GetUtcNow() - SettleGrace, cancellationToken))
        {
            await settler.SettleAsync(row, cancellationToken);
        }

        return released;
    }

    [LoggerMessage(LogLevel.Warning, "{Count} jobs whose node had stopped are in the queue again.")]
    private partial void LogReleased(int count);

    [LoggerMessage(LogLevel.Error, "The sweep over jobs failed and will be tried again.")]
    private partial void LogSweepFailed(Exception exception);
}
