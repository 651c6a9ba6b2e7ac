using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Middeck.Core;
using Middeck.Core.Errors;
using Middeck.Studio.Configuration;

namespace Middeck.Studio.Workflows.Triggers.Schedule;

/// <summary>
/// When runs begin, as the DSL's node <c>trigger-schedule</c> says it:
/// <code>{"mode": "visual", "frequency": "weekly", "visual_config": {"time": "9:30 AM", "weekdays": ["mon", "fri"]}, "timezone": "Asia/Shanghai"}
/// {"mode": "cron", "cron_expression": "30 9 * * 1,5", "timezone": "Asia/Shanghai"}</code>
/// </summary>
/// <param name="Crons">The times as cron expressions of five fields; a run begins when one of them says so.</param>
/// <param name="Timezone">By its IANA name.</param>
internal sealed partial record ScheduleSettings(IReadOnlyList<string> Crons, string Timezone)
{
    private const int LongestCron = 200;
    private const string Noon = "12:00 PM";

    private static readonly string[] _days = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];

    /// <summary>Reads a node's settings.</summary>
    /// <exception cref="FaultException"><c>triggers.invalid_schedule</c> with the field.</exception>
    public static ScheduleSettings Read(JsonElement data)
    {
        var timezone = data.Member("timezone").Text() is { Length: > 0 } name ? name : "UTC";
        var crons = data.Member("mode").Text() switch
        {
            "cron" => [ReadCron(data)],
            "visual" or null => ReadVisual(data),
            _ => throw TriggerFaults.Schedule("The mode of a schedule is visual or cron.", "mode"),
        };
        return new ScheduleSettings(crons, timezone);
    }

    /// <summary>Reads a node's settings; null when they name no times.</summary>
    public static ScheduleSettings? Find(JsonElement data)
    {
        try
        {
            var settings = Read(data);
            ScheduleTimes.Of(settings);
            return settings;
        }
        catch (FaultException)
        {
            return null;
        }
    }

    /// <summary>What <see cref="ToJson"/> wrote.</summary>
    public static ScheduleSettings Parse(string json) => JsonSerializer.Deserialize<ScheduleSettings>(json, Json.Snake)!;

    /// <summary>The same text for the same times.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, Json.Snake);

    private static string ReadCron(JsonElement data)
    {
        var cron = data.Member("cron_expression").Text()?.Trim() ?? "";
        return cron.Length is > 0 and <= LongestCron
            ? cron
            : throw TriggerFaults.Schedule("A schedule needs a cron expression such as 30 9 * * 1-5.", "cron_expression");
    }

    private static List<string> ReadVisual(JsonElement data)
    {
        var visual = data.Member("visual_config");
        return (data.Member("frequency").Text() ?? "daily") switch
        {
            "hourly" => [$"{Minute(visual)} * * * *"],
            "daily" => [$"{Time(visual)} * * *"],
            "weekly" => [$"{Time(visual)} * * {Weekdays(visual)}"],
            "monthly" => Monthly(visual),
            _ => throw TriggerFaults.Schedule("The frequency of a schedule is hourly, daily, weekly or monthly.", "frequency"),
        };
    }

    private static string Minute(JsonElement? visual)
    {
        var minute = visual.Member("on_minute").WholeNumber() ?? 0;
        return minute is >= 0 and < 60
            ? minute.ToString(CultureInfo.InvariantCulture)
            : throw TriggerFaults.Schedule("The minute of a schedule is from 0 to 59.", "visual_config.on_minute");
    }

    // "9:30 PM" becomes "30 21".
    private static string Time(JsonElement? visual)
    {
        var text = visual.Member("time").Text() is { Length: > 0 } given ? given : Noon;
        if (ClockTime().Match(text) is not { Success: true } match)
        {
            throw TriggerFaults.Schedule("The time of a schedule is such as 9:30 AM.", "visual_config.time");
        }

        var hour = int.Parse(match.Groups["hour"].ValueSpan, CultureInfo.InvariantCulture);
        var minute = int.Parse(match.Groups["minute"].ValueSpan, CultureInfo.InvariantCulture);
        var half = match.Groups["half"].Value.ToUpperInvariant();
        // Half past twelve at night is 12:30 AM; editors also write 00:30 AM.
        var hour24 = half.Length == 0 ? hour : (hour % 12) + (half == "PM" ? 12 : 0);
        return hour24 < 24 && (half.Length == 0 || hour <= 12) && minute < 60
            ? string.Create(CultureInfo.InvariantCulture, $"{minute} {hour24}")
            : throw TriggerFaults.Schedule("The time of a schedule is such as 9:30 AM.", "visual_config.time");
    }

    private static string Weekdays(JsonElement? visual)
    {
        var days = visual.Member("weekdays").Texts().Select(static day => Array.IndexOf(_days, day.ToLowerInvariant())).Distinct().Order().ToList();
        return days.Count > 0 && days[0] >= 0
            ? string.Join(',', days)
            : throw TriggerFaults.Schedule("A weekly schedule needs at least one day such as mon.", "visual_config.weekdays");
    }

    // Months that do not have the day are passed over.
    private static List<string> Monthly(JsonElement? visual)
    {
        var time = Time(visual);
        List<string> crons = [];
        var days = visual.Member("monthly_days").Items().ToList();
        int[] numbers = [.. days.Select(static day => ((JsonElement?)day).WholeNumber()).OfType<int>().Distinct().Order()];
        if (numbers.Any(static day => day is < 1 or > 31))
        {
            throw TriggerFaults.Schedule("The days of a month are from 1 to 31, or last.", "visual_config.monthly_days");
        }

        if (numbers.Length > 0)
        {
            crons.Add($"{time} {string.Join(',', numbers)} * *");
        }

        if (days.Any(static day => ((JsonElement?)day).Text() == "last"))
        {
            crons.Add($"{time} L * *");
        }

        return crons.Count > 0
            ? crons
            : throw TriggerFaults.Schedule("A monthly schedule needs at least one day.", "visual_config.monthly_days");
    }

    [GeneratedRegex(@"^\s*(?<hour>\d{1,2}):(?<minute>\d{2})\s*(?<half>[AaPp][Mm])?\s*$")]
    private static partial Regex ClockTime();
}
