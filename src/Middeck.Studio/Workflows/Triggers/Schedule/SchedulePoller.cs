using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Middeck.Core.Errors;
using Middeck.Studio.Apps;
using Middeck.Studio.Conversations;
using Middeck.Studio.Workflows.Chat;
using Middeck.Studio.Workflows.Runs;
using Middeck.Workflows.Engine;

namespace Middeck.Studio.Workflows.Triggers.Schedule;

/// <summary>
/// Starts what is due, at the beginning of each minute. Every node looks; the row is moved on and the run written down by one statement,
/// so a time starts one run whatever breaks off. Times that passed while no node worked start one run together.
/// </summary>
internal sealed partial class SchedulePoller(
    TriggerStore store,
    ScheduledRuns scheduled,
    TriggerSync sync,
    PublishedApps published,
    EndUsers endUsers,
    WorkflowRunner runner,
    WorkflowResumption resumption,
    TimeProvider clock,
    ILogger<SchedulePoller> logger) : BackgroundService
{
    /// <summary>What runs of schedules have as their person.</summary>
    public const string Person = "schedule";

    private const int Batch = 100;
    private static readonly TimeSpan _minute = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            try
            {
                await PollAsync(stoppingToken);
            }
            catch (Exception ex) when (ex is not OperationCanceledException)
            {
                // The database may be restarting; what is due stays due.
                LogPollFailed(ex);
            }

            await Task.Delay(_minute - TimeSpan.FromTicks(clock.GetUtcNow().Ticks % _minute.Ticks), clock, stoppingToken);
        }
    }

    /// <summary>Starts all that is due.</summary>
    /// <returns>How many runs were started here.</returns>
    internal async Task<int> PollAsync(CancellationToken cancellationToken)
    {
        // A node may have broken off between publishing and this.
        foreach (var app in await store.BehindAsync(Batch, cancellationToken))
        {
            await sync.SyncAsync(app, cancellationToken);
        }

        var started = 0;
        while (true)
        {
            var due = await store.DueAsync(clock.GetUtcNow(), Batch, cancellationToken);
            var failed = 0;
            foreach (var trigger in due)
            {
                try
                {
                    started += await StartAsync(trigger, cancellationToken) ? 1 : 0;
                }
                catch (Exception ex) when (ex is not OperationCanceledException)
                {
                    // It stays due, and the others are started meanwhile.
                    LogNotStarted(ex, trigger.AppId, trigger.NodeId);
                    failed++;
                }
            }

            if (due.Count < Batch || failed > 0)
            {
                return started;
            }
        }
    }

    private async Task<bool> StartAsync(TriggerRow trigger, CancellationToken cancellationToken)
    {
        var next = NextOf(trigger);
        try
        {
            if (await published.FindAsync(trigger.AppId, cancellationToken) is { } app)
            {
                return await StartAsync(trigger, app, next, cancellationToken);
            }
        }
        catch (FaultException ex)
        {
            LogNotStarted(ex, trigger.AppId, trigger.NodeId);
        }

        // It lies in the trash, or cannot run as it is.
        await store.SkipAsync(trigger, next, cancellationToken);
        return false;
    }

    private async Task<bool> StartAsync(
        TriggerRow trigger, AppSnapshot app, DateTimeOffset? next, CancellationToken cancellationToken)
    {
        var person = await endUsers.GetAsync(trigger.WorkspaceId, trigger.AppId, Person, cancellationToken);
        var start = new WorkflowStart(app, WorkflowSource.Schedule, person, Person, null, NodeResult.NoValues)
        {
            RootId = trigger.NodeId,
            IsBackground = true,
        };
        var (run, written) = runner.Write(start);
        if (!await scheduled.BeginAsync(trigger, start, run, written, next, clock.GetUtcNow(), cancellationToken))
        {
            // Another node was quicker.
            return false;
        }

        await resumption.TakeUpAbandonedAsync(run, cancellationToken);
        return true;
    }

    // Times of an earlier release, or of a time zone that is gone, may not be readable: they do not come again.
    private DateTimeOffset? NextOf(TriggerRow trigger)
    {
        try
        {
            return trigger.Schedule is { } schedule ? ScheduleTimes.Of(ScheduleSettings.Parse(schedule)).Next(clock.GetUtcNow()) : null;
        }
        catch (FaultException ex)
        {
            LogNotStarted(ex, trigger.AppId, trigger.NodeId);
            return null;
        }
    }

    [LoggerMessage(LogLevel.Error, "Scheduled runs could not be started; it is tried again in a minute.")]
    private partial void LogPollFailed(Exception exception);

    [LoggerMessage(LogLevel.Warning, "App {AppId} could not be run at the time of its schedule {NodeId}.")]
    private partial void LogNotStarted(Exception exception, Guid appId, string nodeId);
}
