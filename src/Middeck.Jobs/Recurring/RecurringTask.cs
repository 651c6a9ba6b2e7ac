using Quartz;

namespace Middeck.Jobs.Recurring;

/// <summary>Work that is done again and again, on one node of the installation each time.</summary>
internal sealed record RecurringTask(
    string Name, TimeSpan? Interval, string? Cron, Func<IServiceProvider, CancellationToken, Task> Work)
{
    /// <summary>Whether it is done at all: its times may be configured as none.</summary>
    public bool IsScheduled => Interval is not null || Cron is not null;

    public ITrigger Trigger(TriggerKey key) => TriggerBuilder.Create()
        .WithIdentity(key)
        .WithSchedule(Interval is { } interval
            ? SimpleScheduleBuilder.Create().WithInterval(interval).RepeatForever()
            : CronScheduleBuilder.Create(Cron!).InTimeZone(TimeZoneInfo.Utc))
        .Build();

    /// <summary>Whether the stored trigger says the same, so that a restart does not begin a day's interval anew.</summary>
    public bool Matches(ITrigger stored) => stored switch
    {
        ISimpleTrigger simple => simple.RepeatInterval == Interval,
        ICronTrigger cron => cron.CronExpressionString == Cron,
        _ => false,
    };
}
