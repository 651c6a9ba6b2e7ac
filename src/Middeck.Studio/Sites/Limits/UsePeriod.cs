namespace Middeck.Studio.Sites.Limits;

/// <summary>When the present minute and the present day, in UTC, began.</summary>
internal static class UsePeriod
{
    public static DateTimeOffset Minute(DateTimeOffset now) => Floor(now, TimeSpan.TicksPerMinute);

    public static DateTimeOffset Day(DateTimeOffset now) => Floor(now, TimeSpan.TicksPerDay);

    private static DateTimeOffset Floor(DateTimeOffset now, long ticks)
        => new(now.UtcTicks - (now.UtcTicks % ticks), TimeSpan.Zero);
}
