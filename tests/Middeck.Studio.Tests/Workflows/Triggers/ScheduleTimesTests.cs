using System.Globalization;
using System.Text.Json;
using Middeck.Core.Errors;
using Middeck.Studio.Workflows.Triggers.Schedule;

namespace Middeck.Studio.Tests.Workflows.Triggers;

public sealed class ScheduleTimesTests
{
    [Theory]
    [InlineData("*/15 * * * *", "UTC", "2026-06-01T08:00Z", "08:15 08:30 08:45")]
    [InlineData("30 9 * * 1-5", "Asia/Shanghai", "2026-06-05T01:30Z", "2026-06-08T01:30 2026-06-09T01:30")]
    [InlineData("0 0 * * 7,sat", "UTC", "2026-06-01T08:00Z", "2026-06-06T00:00 2026-06-07T00:00 2026-06-13T00:00")]
    [InlineData("0 0 * * MON-WED", "UTC", "2026-06-02T08:00Z", "2026-06-03T00:00 2026-06-08T00:00")]
    // Either day is enough when both are given.
    [InlineData("0 12 15 * 3", "UTC", "2026-06-09T00:00Z", "2026-06-10T12:00 2026-06-15T12:00 2026-06-17T12:00")]
    [InlineData("0 0 29 2 *", "UTC", "2026-06-01T00:00Z", "2028-02-29T00:00 2032-02-29T00:00")]
    [InlineData("@weekly", "UTC", "2026-06-01T00:00Z", "2026-06-07T00:00 2026-06-14T00:00")]
    // 29 March 2026: the clock jumps from 02:00 to 03:00 in Berlin.
    [InlineData("30 2 * * *", "Europe/Berlin", "2026-03-28T12:00Z", "2026-03-29T01:00 2026-03-30T00:30")]
    [InlineData("30 * * * *", "Europe/Berlin", "2026-03-29T00:00Z", "2026-03-29T00:30 2026-03-29T01:30 2026-03-29T02:30")]
    // 25 October 2026: it is put back from 03:00 to 02:00.
    [InlineData("30 2 * * *", "Europe/Berlin", "2026-10-24T12:00Z", "2026-10-25T00:30 2026-10-26T01:30")]
    [InlineData("30 * * * *", "Europe/Berlin", "2026-10-25T00:00Z", "2026-10-25T00:30 2026-10-25T01:30 2026-10-25T02:30")]
    [InlineData("0 */2 * * *", "Europe/Berlin", "2026-10-24T22:30Z", "2026-10-25T00:00 2026-10-25T01:00 2026-10-25T03:00")]
    public void Cron_expressions_mean_what_Unix_means_through_changes_of_the_clock(string cron, string zone, string after, string expected)
    {
        var times = ScheduleTimes.Of(new ScheduleSettings([cron], zone))
            .After(DateTimeOffset.Parse(after, CultureInfo.InvariantCulture), expected.Count(letter => letter == ' ') + 1)
            .Select(time => time.UtcDateTime);

        Assert.Equal(
            expected, string.Join(' ', times.Select(time => time.ToString(
                expected.Contains('T', StringComparison.Ordinal) ? "yyyy-MM-ddTHH:mm" : "HH:mm", CultureInfo.InvariantCulture))));
    }

    [Theory]
    [InlineData("""{"frequency": "hourly", "visual_config": {"on_minute": 5}}""", "5 * * * *")]
    [InlineData("""{"frequency": "daily", "visual_config": {"time": "12:00 AM"}}""", "0 0 * * *")]
    [InlineData("""{"mode": "visual", "frequency": "weekly", "visual_config": {"time": "9:30 PM", "weekdays": ["fri", "mon"]}}""", "30 21 * * 1,5")]
    [InlineData("""{"frequency": "monthly", "visual_config": {"time": "08:00 am", "monthly_days": [31, 1, "last"]}}""", "0 8 1,31 * *|0 8 L * *")]
    [InlineData("""{"mode": "cron", "cron_expression": " 0 5 * * * "}""", "0 5 * * *")]
    public void What_is_chosen_becomes_cron_expressions(string node, string crons)
    {
        using var json = JsonDocument.Parse(node);
        var settings = ScheduleSettings.Read(json.RootElement);
        Assert.Equal(crons, string.Join('|', settings.Crons));
        Assert.NotNull(ScheduleTimes.Of(settings).Next(DateTimeOffset.UnixEpoch));
        Assert.Equal(settings.Crons, ScheduleSettings.Parse(settings.ToJson()).Crons);
    }

    [Fact]
    public void The_last_day_of_a_month_that_is_named_too_comes_once()
    {
        var times = ScheduleTimes.Of(new ScheduleSettings(["0 8 31 * *", "0 8 L * *"], "UTC"))
            .After(new DateTimeOffset(2026, 5, 1, 0, 0, 0, TimeSpan.Zero), 3);
        Assert.Equal([(5, 31), (6, 30), (7, 31)], times.Select(time => (time.Month, time.Day)));
    }

    [Theory]
    [InlineData("""{"mode": "cron", "cron_expression": ""}""")]
    [InlineData("""{"mode": "cron", "cron_expression": "* * * *"}""")]
    [InlineData("""{"mode": "cron", "cron_expression": "0 0 0 * * ?"}""")]
    [InlineData("""{"mode": "cron", "cron_expression": "61 * * * *"}""")]
    [InlineData("""{"mode": "cron", "cron_expression": "0 0 * * 8"}""")]
    [InlineData("""{"mode": "cron", "cron_expression": "0 0 30 2 *"}""")]
    [InlineData("""{"mode": "cron", "cron_expression": "tea * * * *"}""")]
    [InlineData("""{"mode": "cron", "cron_expression": "0 5 * * *", "timezone": "Mars/Base"}""")]
    [InlineData("""{"frequency": "weekly", "visual_config": {"weekdays": []}}""")]
    [InlineData("""{"frequency": "monthly", "visual_config": {"monthly_days": [0]}}""")]
    [InlineData("""{"frequency": "daily", "visual_config": {"time": "13:00 PM"}}""")]
    [InlineData("""{"frequency": "hourly", "visual_config": {"on_minute": 60}}""")]
    [InlineData("""{"frequency": "yearly"}""")]
    public void What_names_no_time_is_refused(string node)
    {
        using var json = JsonDocument.Parse(node);
        var data = json.RootElement;
        var fault = Assert.Throws<FaultException>(() => ScheduleTimes.Of(ScheduleSettings.Read(data))).Fault;
        Assert.Equal("triggers.invalid_schedule", fault.Code);
        Assert.NotNull(fault.Field);
    }
}
