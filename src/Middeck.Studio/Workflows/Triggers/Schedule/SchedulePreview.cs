namespace Middeck.Studio.Workflows.Triggers.Schedule;

/// <summary>When a schedule starts runs.</summary>
/// <param name="Times">The next five times.</param>
/// <param name="Crons">The schedule as cron expressions.</param>
/// <param name="Timezone">Their time zone.</param>
internal sealed record SchedulePreview(IReadOnlyList<DateTimeOffset> Times, IReadOnlyList<string> Crons, string Timezone);
