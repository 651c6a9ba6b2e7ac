using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Middeck.Storage.Notifications;
using Middeck.Studio.Chat;
using Middeck.Studio.Workflows.Chat;

namespace Middeck.Studio.Workflows.Runs;

/// <summary>
/// Looks after runs of graphs: renews this node's leases, takes up runs whose node is gone or whose form is closed, hears of stops, and hands
/// runs on when the node is shut down.
/// </summary>
internal sealed partial class WorkflowKeeper(
    WorkflowRunStore store,
    WorkflowFormStore forms,
    WorkflowHub hub,
    WorkflowResumption resumption,
    INotificationBus bus,
    IOptions<StudioOptions> options,
    TimeProvider clock,
    ILogger<WorkflowKeeper> logger) : BackgroundService
{
    private const string StopChannel = "studio_workflow_stop";
    private const int MostAtOnce = 20;
    private static readonly TimeSpan _interval = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan _step = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan _cancelPatience = TimeSpan.FromSeconds(5);

    private IDisposable? _stops;

    public override Task StartAsync(CancellationToken cancellationToken)
    {
        _stops = bus.Subscribe(StopChannel, payload => hub.Cancel(Guid.Parse(payload), CancelReason.Stopped));
        return base.StartAsync(cancellationToken);
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        _stops?.Dispose();
        await DrainAsync(TimeSpan.FromSeconds(options.Value.DrainTimeout), cancellationToken);
        foreach (var run in hub.Active)
        {
            run.Cancel(CancelReason.Shutdown);
        }

        await DrainAsync(_cancelPatience, cancellationToken);
        await base.StopAsync(cancellationToken);
    }

    /// <summary>Ends a run early, on whichever node it is.</summary>
    public Task StopRunAsync(Guid id, CancellationToken cancellationToken)
        => hub.Cancel(id, CancelReason.Stopped)
            ? Task.CompletedTask
            : bus.PublishAsync(StopChannel, id.ToString(), cancellationToken);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(_interval, clock);
        do
        {
            try
            {
                await TendAsync(stoppingToken);
            }
            catch (Exception ex) when (ex is not OperationCanceledException)
            {
                // The database may be restarting; the next tick loses nothing.
                LogTendFailed(ex);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    internal async Task TendAsync(CancellationToken cancellationToken)
    {
        await RenewAsync(cancellationToken);
        await forms.ExpireAsync(clock.GetUtcNow(), cancellationToken);
        foreach (var id in await forms.AnsweredAsync(MostAtOnce, cancellationToken))
        {
            await resumption.TakeUpPausedAsync(id, cancellationToken);
        }

        foreach (var id in await store.AbandonedAsync(clock.GetUtcNow(), MostAtOnce, cancellationToken))
        {
            if (await resumption.TakeUpAbandonedAsync(id, cancellationToken))
            {
                LogTakenUp(id);
            }
        }
    }

    private async Task RenewAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        // A run that has just been started may not be written down yet.
        var runs = hub.Active.Where(run => now - run.CreatedAt > _interval || run.FirstSequence > 0).ToArray();
        if (runs.Length == 0)
        {
            return;
        }

        var kept = (await store.RenewAsync([.. runs.Select(run => run.Id)], hub.Node, now, cancellationToken))
            .ToDictionary(run => run.Id, run => run.StopRequested);
        foreach (var run in runs)
        {
            if (!kept.TryGetValue(run.Id, out var stop))
            {
                run.Cancel(CancelReason.Lost);
            }
            else if (stop)
            {
                run.Cancel(CancelReason.Stopped);
            }
        }
    }

    // The platform is being stopped, and that is real time.
    private async Task DrainAsync(TimeSpan patience, CancellationToken cancellationToken)
    {
        for (var waited = TimeSpan.Zero;
            waited < patience && !cancellationToken.IsCancellationRequested && hub.Active.Count > 0;
            waited += _step)
        {
            await Task.Delay(_step, CancellationToken.None);
        }
    }

    [LoggerMessage(LogLevel.Information, "Run {RunId} of a workflow goes on here.")]
    private partial void LogTakenUp(Guid runId);

    [LoggerMessage(LogLevel.Error, "Runs of workflows could not be looked after; it is tried again in a moment.")]
    private partial void LogTendFailed(Exception exception);
}
