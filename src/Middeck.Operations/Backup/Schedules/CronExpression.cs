using System.Globalization;
using System.Text.RegularExpressions;

namespace Middeck.Operations.Backup.Schedules;

/// <summary>Five cron fields (crontab(5): minute, hour, day of month, month, day of week), told in Quartz's seven.</summary>
public static partial class CronExpression
{
    /// <summary>What may stand there, for whoever wrote something else.</summary>
    public const string Allowed =
        "it must be five cron fields in UTC, minute hour day month weekday, such as 30 3 * * * for half past three each night";

    private static readonly (int Least, int Most)[] Ranges = [(0, 59), (0, 23), (1, 31), (1, 12), (0, 7)];

    /// <summary>The same schedule as Quartz writes it: <c>30 3 * * 1</c> becomes <c>0 30 3 ? * 2</c>.</summary>
    public static bool TryParse(string text, out string quartz)
    {
        quartz = "";
        var fields = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (fields.Length != Ranges.Length || !fields.Zip(Ranges).All(pair => Fits(pair.First, pair.Second)))
        {
            return false;
        }

        // Quartz wants one of the two days left open; cron takes either when both are given, which one trigger cannot say.
        var (day, weekday) = (fields[2], fields[4]);
        if (day != "*" && weekday != "*")
        {
            return false;
        }

        quartz = weekday == "*"
            ? $"0 {fields[0]} {fields[1]} {day} {fields[3]} ?"
            : $"0 {fields[0]} {fields[1]} ? {fields[3]} {FromSundayAsOne(weekday)}";
        return true;
    }

    private static bool Fits(string field, (int Least, int Most) range)
        => Field().IsMatch(field)
            && Number().Matches(field.Split('/')[0]).All(match =>
                int.Parse(match.ValueSpan, CultureInfo.InvariantCulture) is var number && number >= range.Least && number <= range.Most)
            && field.Split(',').All(RunsForward);

    private static bool RunsForward(string part)
    {
        var numbers = Number().Matches(part.Split('/')[0]).Select(match => int.Parse(match.ValueSpan, CultureInfo.InvariantCulture)).ToList();
        return (numbers.Count < 2 || numbers[0] <= numbers[1]) && !part.EndsWith("/0", StringComparison.Ordinal);
    }

    // cron: 0 and 7 are Sunday. Quartz: 1 is Sunday. Single days, so that 5-7 does not run over the end.
    private static string FromSundayAsOne(string field)
    {
        var days = new SortedSet<int>();
        foreach (var part in field.Split(','))
        {
            var step = part.Split('/') is [_, var every] ? int.Parse(every, CultureInfo.InvariantCulture) : 1;
            var ends = part.Split('/')[0].Split('-');
            var first = ends[0] == "*" ? 0 : int.Parse(ends[0], CultureInfo.InvariantCulture);
            var last = ends[0] == "*" ? 6 : int.Parse(ends[^1], CultureInfo.InvariantCulture);
            for (var day = first; day <= last; day += step)
            {
                days.Add((day % 7) + 1);
            }
        }

        return string.Join(',', days);
    }

    [GeneratedRegex(@"^(?:\*|\d{1,2}(?:-\d{1,2})?)(?:/\d{1,2})?(?:,\d{1,2}(?:-\d{1,2})?(?:/\d{1,2})?)*$")]
    private static partial Regex Field();

    [GeneratedRegex(@"\d+")]
    private static partial Regex Number();
}
