using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Middeck.Studio.Chat;

/// <summary>
/// Looks after this node's runs: saves what was written every second or 4 KB, renews leases every 10 seconds, sees stop
/// requests that other nodes wrote, and lets runs end when the node is shut down. A node without runs asks the database nothing.
/// </summary>
internal sealed partial class RunKeeper(
    RunStore store,
    RunHub hub,
    RunSignals signals,
    IOptions<StudioOptions> options,
    TimeProvider clock,
    ILogger<RunKeeper> logger) : BackgroundService
{
    private const int SaveAfterCharacters = 4_096;
    private static readonly TimeSpan Tick = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan RenewEvery = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan CancelPatience = TimeSpan.FromSeconds(5);

    private readonly SemaphoreSlim _muchIsUnsaved = new(0, 1);
    private DateTimeOffset _renewedAt = DateTimeOffset.MinValue;

    /// <summary>Called as a run's answer grows.</summary>
    public void Notice(ChatRun run)
    {
        if (run.Answer.Unsaved >= SaveAfterCharacters && _muchIsUnsaved.CurrentCount == 0)
        {
            try
            {
                _muchIsUnsaved.Release();
            }
            catch (SemaphoreFullException)
            {
                // Another run was quicker; one wake-up is enough.
            }
        }
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await DrainAsync(TimeSpan.FromSeconds(options.Value.DrainTimeout), cancellationToken);
        foreach (var run in hub.Active)
        {
            run.Cancel(CancelReason.Shutdown);
        }

        await DrainAsync(CancelPatience, cancellationToken);
        await base.StopAsync(cancellationToken);
    }

    public override void Dispose()
    {
        _muchIsUnsaved.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            await WaitAsync(stoppingToken);
            try
            {
                await TendAsync(stoppingToken);
            }
            catch (Exception ex) when (ex is not OperationCanceledException)
            {
                // The database may be restarting. What is unsaved stays unsaved, so the next tick loses nothing.
                LogTendFailed(ex);
            }
        }
    }

    internal async Task TendAsync(CancellationToken cancellationToken)
    {
        hub.Trim();
        var runs = hub.Active.ToArray();
        if (runs.Length == 0)
        {
            return;
        }

        await SaveAsync(runs, cancellationToken);
        foreach (var id in await store.StopRequestsAsync(hub.Node, cancellationToken))
        {
            hub.Cancel(id, CancelReason.Stopped);
        }

        var now = clock.GetUtcNow();
        if (now - _renewedAt >= RenewEvery)
        {
            await RenewAsync(runs, now, cancellationToken);
            _renewedAt = now;
        }
    }

    private async Task SaveAsync(ChatRun[] runs, CancellationToken cancellationToken)
    {
        var growing = Array.FindAll(runs, run => run.Answer.Unsaved > 0);
        if (growing.Length > 0)
        {
            await store.SaveAnswersAsync(
                Array.ConvertAll(growing, run => run.Id),
                Array.ConvertAll(growing, run => run.Answer.TakeForSaving()),
                hub.Node,
                cancellationToken);
            foreach (var run in growing)
            {
                await signals.TellAsync(run, cancellationToken);
            }
        }
    }

    private async Task RenewAsync(ChatRun[] runs, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var kept = await store.RenewAsync(Array.ConvertAll(runs, run => run.Id), hub.Node, now, cancellationToken);
        foreach (var run in runs.Where(run => !kept.Contains(run.Id)))
        {
            run.Cancel(CancelReason.Lost);
        }
    }

    private async Task WaitAsync(CancellationToken stoppingToken)
    {
        // The next tick comes in any case; a run that writes much calls earlier.
        using var tick = new CancellationTokenSource(Tick, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken, tick.Token);
        try
        {
            await _muchIsUnsaved.WaitAsync(either.Token);
        }
        catch (OperationCanceledException) when (!stoppingToken.IsCancellationRequested)
        {
            // The tick.
        }
    }

    private async Task DrainAsync(TimeSpan patience, CancellationToken cancellationToken)
    {
        try
        {
            await Task.WhenAll(hub.Active.Select(run => run.Stream.End))
                .WaitAsync(patience, clock, cancellationToken);
        }
        catch (Exception ex) when (ex is TimeoutException or OperationCanceledException)
        {
            LogDrainEnded(hub.Active.Count);
        }
    }

    [LoggerMessage(LogLevel.Error, "Running answers could not be saved; it is tried again in a second.")]
    private partial void LogTendFailed(Exception exception);

    [LoggerMessage(LogLevel.Information, "The node is stopping while {Count} runs go on.")]
    private partial void LogDrainEnded(int count);
}
