using System.Globalization;
using System.Text.Json;

namespace Middeck.Studio.Tools.Builtin.Time;

/// <summary>What time it is, and what time that is elsewhere.</summary>
internal sealed class TimeTools(TimeProvider clock) : IBuiltinTools
{
    private const string Provider = "time";
    private const DateTimeStyles Styles = DateTimeStyles.NoCurrentDateDefault | DateTimeStyles.RoundtripKind;
    private const string ZoneProperty =
        """
        "timezone": {"type": "string", "description": "IANA time zone, such as Asia/Shanghai; UTC when left out"}
        """;

    public IReadOnlyList<BuiltinTool> All =>
    [
        new(Provider, Info(
            "current_time", "当前时间", "Current time", "查询现在的日期、时间与星期，可指定时区。",
            "Tells the current date, time and weekday, in any time zone.", ToolSchema.Of(ZoneProperty)), Now),
        new(Provider, Info(
            "timezone_conversion", "时区换算", "Convert time zones", "把一个时区的时间换算成另一个时区的时间。",
            "Converts a local time of one time zone to that of another.",
            ToolSchema.Of(
                """
                "current_time": {"type": "string", "description": "Local time, such as 2026-03-01 08:30:00"},
                "current_timezone": {"type": "string", "description": "IANA time zone of that time"},
                "target_timezone": {"type": "string", "description": "IANA time zone to convert to"}
                """,
                "current_time", "current_timezone", "target_timezone")), Convert),
        new(Provider, Info(
            "weekday", "星期几", "Weekday", "查询某一天是星期几。", "Tells the weekday of a date.",
            ToolSchema.Of(
                """
                "year": {"type": "integer"}, "month": {"type": "integer"}, "day": {"type": "integer"}
                """,
                "year", "month", "day")), Weekday),
        new(Provider, Info(
            "localtime_to_timestamp", "时间转时间戳", "Time to timestamp", "把当地时间换算成 Unix 时间戳（秒）。",
            "Converts a local time to a Unix timestamp in seconds.",
            ToolSchema.Of(
                $$"""
                "localtime": {"type": "string", "description": "Local time, such as 2026-03-01 08:30:00"}, {{ZoneProperty}}
                """,
                "localtime")), ToTimestamp),
        new(Provider, Info(
            "timestamp_to_localtime", "时间戳转时间", "Timestamp to time", "把 Unix 时间戳（秒）换算成当地时间。",
            "Converts a Unix timestamp in seconds to a local time.",
            ToolSchema.Of(
                $$"""
                "timestamp": {"type": "integer"}, {{ZoneProperty}}
                """,
                "timestamp")), FromTimestamp),
    ];

    private static ToolInfo Info(
        string name, string zh, string en, string purposeZh, string purposeEn, JsonElement parameters)
        => new(name, new ToolWords(zh, en), new ToolWords(purposeZh, purposeEn), parameters, "🕒");

    private ToolResult Now(ToolArguments arguments)
    {
        var zone = Zone(arguments, "timezone");
        return Tell(TimeZoneInfo.ConvertTime(clock.GetUtcNow(), zone), zone);
    }

    private static ToolResult Convert(ToolArguments arguments)
    {
        var from = Zone(arguments, "current_timezone");
        var to = Zone(arguments, "target_timezone");
        return Tell(TimeZoneInfo.ConvertTime(Local(arguments, "current_time", from), to), to);
    }

    private static ToolResult Weekday(ToolArguments arguments)
    {
        var (year, month, day) = (arguments.WholeNumber("year"), arguments.WholeNumber("month"), arguments.WholeNumber("day"));
        var date = $"{year:0000}-{month:00}-{day:00}";
        return DateOnly.TryParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var found)
            ? new ToolResult($"{date} is a {found.DayOfWeek}.")
            : throw ToolFaults.Argument($"{date} is not a date.");
    }

    private static ToolResult ToTimestamp(ToolArguments arguments)
        => new(Local(arguments, "localtime", Zone(arguments, "timezone")).ToUnixTimeSeconds()
            .ToString(CultureInfo.InvariantCulture));

    private static ToolResult FromTimestamp(ToolArguments arguments)
    {
        var zone = Zone(arguments, "timezone");
        var seconds = arguments.WholeNumber("timestamp");
        return seconds is >= -62_135_596_800 and <= 253_402_300_799
            ? Tell(TimeZoneInfo.ConvertTime(DateTimeOffset.FromUnixTimeSeconds(seconds), zone), zone)
            : throw ToolFaults.Argument("timestamp must be in seconds, of a year from 1 to 9999.");
    }

    private static ToolResult Tell(DateTimeOffset time, TimeZoneInfo zone) => new(string.Create(
        CultureInfo.InvariantCulture,
        $"{time:yyyy-MM-dd HH:mm:ss} {time.DayOfWeek}, {zone.Id} (UTC{time:zzz})"));

    private static TimeZoneInfo Zone(ToolArguments arguments, string name)
    {
        if (arguments.OptionalText(name) is not { } id)
        {
            return TimeZoneInfo.Utc;
        }

        return TimeZoneInfo.TryFindSystemTimeZoneById(id.Trim(), out var zone)
            ? zone
            : throw ToolFaults.Argument($"{name} '{id}' is not a time zone; use an IANA name such as Asia/Shanghai.");
    }

    private static DateTimeOffset Local(ToolArguments arguments, string name, TimeZoneInfo zone)
    {
        var text = arguments.Text(name);
        if (!DateTime.TryParse(text, CultureInfo.InvariantCulture, Styles, out var local) || local.Year < 2)
        {
            throw ToolFaults.Argument($"{name} '{text}' is not a time; write it as 2026-03-01 08:30:00.");
        }

        local = DateTime.SpecifyKind(local, DateTimeKind.Unspecified);
        return zone.IsInvalidTime(local)
            ? throw ToolFaults.Argument($"{text} does not exist in {zone.Id}: the clocks are put forward over it.")
            : new DateTimeOffset(local, zone.GetUtcOffset(local));
    }
}
