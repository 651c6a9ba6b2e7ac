using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Quartz;

namespace Middeck.Jobs.Recurring;

/// <summary>Writes the schedules of the rooms into Quartz's clustered store and starts this node's scheduler.</summary>
internal sealed class RecurringScheduler(
    ISchedulerFactory schedulers, IEnumerable<RecurringTask> tasks, IOptions<JobOptions> options) : IHostedService
{
    public const string Group = "recurring";

    private IScheduler? _scheduler;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (!options.Value.Enabled)
        {
            return;
        }

        _scheduler = await schedulers.GetScheduler(cancellationToken);
        foreach (var task in tasks)
        {
            await StoreAsync(_scheduler, task, cancellationToken);
        }

        await _scheduler.Start(cancellationToken);
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        if (_scheduler is not null)
        {
            await _scheduler.Shutdown(true, cancellationToken);
        }
    }

    private static async Task StoreAsync(IScheduler scheduler, RecurringTask task, CancellationToken cancellationToken)
    {
        var triggerKey = new TriggerKey(task.Name, Group);
        if (!task.IsScheduled)
        {
            await scheduler.DeleteJob(new JobKey(task.Name, Group), cancellationToken);
            return;
        }

        if (await scheduler.GetTrigger(triggerKey, cancellationToken) is { } stored && task.Matches(stored))
        {
            return;
        }

        var job = JobBuilder.Create<RecurringJob>().WithIdentity(task.Name, Group).StoreDurably().Build();
        await scheduler.ScheduleJob(job, [task.Trigger(triggerKey)], new ScheduleJobOptions { Replace = true }, cancellationToken);
    }
}
