using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Middeck.Studio.Chat;

/// <summary>Closes the runs whose node stopped renewing their lease, so that nothing stays running for ever.</summary>
internal sealed partial class RunSweeper(RunStore store, TimeProvider clock, ILogger<RunSweeper> logger)
    : BackgroundService
{
    private const string Sentence =
        "The node that was writing this answer stopped before it was complete. What it had written is kept; please ask again.";

    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
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
        var closed = await store.CloseExpiredAsync(clock.GetUtcNow(), Sentence, cancellationToken);
        if (closed > 0)
        {
            LogClosed(closed);
        }

        return closed;
    }

    [LoggerMessage(LogLevel.Warning, "{Count} runs of a node that stopped were closed.")]
    private partial void LogClosed(int count);

    [LoggerMessage(LogLevel.Error, "The sweep of runs failed and will be tried again.")]
    private partial void LogSweepFailed(Exception exception);
}
