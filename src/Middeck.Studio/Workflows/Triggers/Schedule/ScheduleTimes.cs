using Middeck.Core.Errors;
using Quartz;

namespace Middeck.Studio.Workflows.Triggers.Schedule;

/// <summary>
/// The times of a schedule. Its cron expressions have the five fields of Unix. Where clocks are put forward, what the missing hour would
/// have had comes at its end; where they are put back, what comes at an hour of the day comes once, and what comes each hour goes on.
/// </summary>
internal sealed class ScheduleTimes
{
    private const int Fields = 5;

    private readonly TimeZoneInfo _zone;
    private readonly IReadOnlyList<(CronExpression Times, CronExpression Readings, bool IsHourly)> _expressions;

    private ScheduleTimes(TimeZoneInfo zone, IReadOnlyList<string> crons)
    {
        _zone = zone;
        _expressions = [.. crons.Select(cron => Parse(cron, zone))];
    }

    /// <exception cref="FaultException"><c>triggers.invalid_schedule</c>: there is no such time zone, or a time cannot be read or never comes.</exception>
    public static ScheduleTimes Of(ScheduleSettings settings)
        => TimeZoneInfo.TryFindSystemTimeZoneById(settings.Timezone, out var zone)
            ? new ScheduleTimes(zone, settings.Crons)
            : throw TriggerFaults.Schedule($"There is no time zone '{settings.Timezone}'. Name one such as Asia/Shanghai.", "timezone");

    /// <summary>The first time after another; null when there is none.</summary>
    public DateTimeOffset? Next(DateTimeOffset after)
        => _expressions.Select(one => Next(one.Times, one.Readings, one.IsHourly, after)).Min()?.ToUniversalTime();

    /// <summary>The next times in their order.</summary>
    public IEnumerable<DateTimeOffset> After(DateTimeOffset start, int count)
    {
        var time = start;
        for (var i = 0; i < count && Next(time) is { } next; i++)
        {
            yield return time = next;
        }
    }

    private DateTimeOffset? Next(CronExpression times, CronExpression readings, bool isHourly, DateTimeOffset after)
    {
        while (times.GetNextValidTimeAfter(after) is { } next)
        {
            // What each hour has needs not be made up for at the end of a missing one.
            if (!isHourly || readings.IsSatisfiedBy(new DateTimeOffset(TimeZoneInfo.ConvertTime(next, _zone).DateTime, TimeSpan.Zero)))
            {
                return next;
            }

            after = next;
        }

        return null;
    }

    private static (CronExpression Times, CronExpression Readings, bool IsHourly) Parse(string cron, TimeZoneInfo zone)
    {
        // Words such as @daily are read too.
        var fields = cron.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        if ((fields.Length != Fields && !cron.StartsWith('@')) || !CronExpression.TryParse(cron, CronFormat.Unix, out var expression))
        {
            throw TriggerFaults.Schedule(
                $"'{cron}' is no cron expression. It has five fields: minute, hour, day of month, month and day of week, such as 30 9 * * 1-5.",
                "cron_expression");
        }

        if (expression.GetNextValidTimeAfter(DateTimeOffset.UnixEpoch) is null)
        {
            throw TriggerFaults.Schedule($"The time of '{cron}' never comes.", "cron_expression");
        }

        var isHourly = fields.Length == Fields ? fields[1].StartsWith('*') : cron == "@hourly";
        return (expression.WithTimeZone(zone), expression.WithTimeZone(TimeZoneInfo.Utc), isHourly);
    }
}
