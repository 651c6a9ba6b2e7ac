using System.Globalization;
using Middeck.Core.Errors;

namespace Middeck.Studio.Insight;

/// <summary>How far a zone's clocks are from UTC: a multiple of half an hour, as the sums are.</summary>
/// <param name="Minutes">-840 to 840.</param>
internal readonly record struct ZoneOffset(int Minutes)
{
    private const int SlotsOfDay = 48;
    private const long All = (1L << SlotsOfDay) - 1;

    /// <summary>The half hours of a day (UTC), as bits, that belong to the same day of the zone.</summary>
    public long SameDay
    {
        get
        {
            var shift = Minutes / 30;
            return shift >= 0 ? All >> shift : All & ~((1L << -shift) - 1);
        }
    }

    /// <summary>Where the others belong: 1 for the next day, -1 for the day before.</summary>
    public int OtherDay => Minutes >= 0 ? 1 : -1;

    /// <summary>Reads <c>+08:00</c>, <c>-03:30</c>, <c>Z</c>; nothing is UTC.</summary>
    /// <exception cref="FaultException"><c>insight.invalid_zone</c>.</exception>
    public static ZoneOffset Parse(string? text)
    {
        if (string.IsNullOrEmpty(text) || text is "Z")
        {
            return default;
        }

        // A plus that nobody has escaped arrives as a space.
        var sign = text[0] switch { '+' or ' ' => 1, '-' => -1, _ => 0 };
        return sign != 0
            && TimeSpan.TryParseExact(text.AsSpan(1), @"hh\:mm", CultureInfo.InvariantCulture, out var offset)
            && offset.TotalMinutes is <= 840 && offset.Minutes % 30 == 0
                ? new ZoneOffset(sign * (int)offset.TotalMinutes)
                : throw new FaultException(Fault.Invalid(
                    "insight.invalid_zone",
                    "zone must be an offset in whole or half hours of at most 14, such as +08:00 or -03:30.",
                    "zone"));
    }

    /// <summary>When a day of the zone begins.</summary>
    public DateTimeOffset StartOf(DateOnly day) => new DateTimeOffset(day, default, TimeSpan.Zero).AddMinutes(-Minutes);

    /// <summary>The zone's day at a time.</summary>
    public DateOnly DayOf(DateTimeOffset at) => DateOnly.FromDateTime(at.UtcDateTime.AddMinutes(Minutes));

    public override string ToString()
        => $"{(Minutes < 0 ? '-' : '+')}{Math.Abs(Minutes) / 60:00}:{Math.Abs(Minutes) % 60:00}";
}
