using System.Text.Json;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Middeck.Core;
using Middeck.Core.Live;

namespace Middeck.Studio.Insight;

/// <summary>
/// Keeps the sums up to date: half a second after something happened on this node, and every half minute for what another node
/// left behind. Then it tells open log pages.
/// </summary>
internal sealed partial class RollupKeeper(
    MessageRollup rollup, ILiveEvents events, TimeProvider clock, ILogger<RollupKeeper> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Gather = TimeSpan.FromMilliseconds(500);

    private readonly SemaphoreSlim _noticed = new(0, 1);

    /// <summary>Something happened to a message.</summary>
    public void Notice()
    {
        try
        {
            _noticed.Release();
        }
        catch (SemaphoreFullException)
        {
            // It is known already; one wake-up takes in all.
        }
    }

    public override void Dispose()
    {
        _noticed.Dispose();
        base.Dispose();
    }

    /// <summary>Takes in all there is, and tells who looks on.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        foreach (var (workspaceId, appId) in await rollup.DrainAsync(cancellationToken))
        {
            events.Publish(
                workspaceId, $"app:{appId}", "log.changed", JsonSerializer.SerializeToElement(new { AppId = appId }, Json.Snake));
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            await WaitAsync(stoppingToken);
            try
            {
                await RunAsync(stoppingToken);
            }
            catch (Exception ex) when (ex is not OperationCanceledException)
            {
                // The database may be restarting. What is not taken in stays in its queue, so the next round loses nothing.
                LogFailed(ex);
            }
        }
    }

    private async Task WaitAsync(CancellationToken stoppingToken)
    {
        using var tick = new CancellationTokenSource(Interval, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken, tick.Token);
        try
        {
            await _noticed.WaitAsync(either.Token);
            await Task.Delay(Gather, clock, either.Token);
        }
        catch (OperationCanceledException) when (!stoppingToken.IsCancellationRequested)
        {
            // The tick.
        }
    }

    [LoggerMessage(LogLevel.Error, "Messages could not be taken into the sums of their apps; it is tried again in half a minute.")]
    private partial void LogFailed(Exception exception);
}
