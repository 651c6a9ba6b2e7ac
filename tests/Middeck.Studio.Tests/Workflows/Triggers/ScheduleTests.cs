using System.Net;
using System.Text.Json.Nodes;
using Middeck.Storage.Sql;
using Middeck.Studio.Workflows.Runs;
using Middeck.Studio.Workflows.Triggers.Schedule;
using Middeck.Testing;

namespace Middeck.Studio.Tests.Workflows.Triggers;

public sealed class ScheduleTests(PostgresFixture postgres) : WorkflowAppTest(postgres)
{
    private const string EachMorning = """
        {"nodes": [
            {"id": "clock", "data": {"type": "trigger-schedule", "title": "Mornings", "mode": "visual", "frequency": "daily",
                "visual_config": {"time": "9:00 AM"}, "timezone": "UTC"}},
            {"id": "end", "data": {"type": "end", "title": "End", "outputs": [
                {"variable": "app", "value_selector": ["sys", "app_id"]}]}}],
         "edges": [{"id": "e1", "source": "clock", "target": "end"}]}
        """;

    [Fact]
    public async Task A_run_begins_when_its_time_comes_and_once_on_all_nodes()
    {
        var app = await GivenPublishedAsync(EachMorning);
        var trigger = await TriggerAsync(app);
        Assert.Equal(At(1, 9), (DateTimeOffset?)trigger["next_at"]);
        Assert.Equal("0 9 * * *", (string?)trigger["crons"]![0]);

        Clock.Advance(TimeSpan.FromMinutes(61));
        await using var other = await StudioHost.StartAsync(Postgres, Clock);
        await Task.WhenAll(PollAsync(Host), PollAsync(other));

        var run = await UntilAsync(async () => (await ListRunsAsync(app)) is [var only] && (string?)only["status"] == "succeeded" ? only : null);
        Assert.Equal(("schedule", 1, app.ToString()), ((string)run["source"]!, (int)run["version"]!, (string)run["outputs"]!["app"]!));
        using var watch = await SendAsync(HttpMethod.Get, $"/api/v1/apps/{app}/workflow-runs/{run["id"]}/events");
        var events = await ReadEventsAsync(watch);
        Assert.Equal("initial", (string?)events[0]["data"]!["reason"]);
        var later = await TriggerAsync(app);
        Assert.Equal(At(2, 9), (DateTimeOffset?)later["next_at"]);
        Assert.Equal((string?)run["id"], (string?)later["last_run_id"]);
    }

    [Fact]
    public async Task What_was_missed_is_made_up_for_once_and_what_was_switched_off_is_not()
    {
        var app = await GivenPublishedAsync(EachMorning);
        var path = $"/api/v1/apps/{app}/triggers/{(await TriggerAsync(app))["id"]}";
        await MissAsync(app);
        await PollAsync(Host);
        await UntilAsync(async () => (await ListRunsAsync(app)).FirstOrDefault());
        await PollAsync(Host);
        Assert.Single(await ListRunsAsync(app));
        Assert.Equal(At(1, 9), (DateTimeOffset?)(await TriggerAsync(app))["next_at"]);

        Assert.Null((await CallAsync(HttpMethod.Patch, path, new { enabled = false }))!["next_at"]);
        Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(At(2, 9), (DateTimeOffset?)(await CallAsync(HttpMethod.Patch, path, new { enabled = true }))!["next_at"]);
        await PollAsync(Host);
        Assert.Single(await ListRunsAsync(app));

        // An app in the trash passes its times over.
        await CallAsync(HttpMethod.Delete, $"/api/v1/apps/{app}", expect: HttpStatusCode.NoContent);
        await MissAsync(app);
        await PollAsync(Host);
        Assert.Equal(1, await Host.Database.ScalarAsync<long>($"SELECT count(*) FROM studio.workflow_run WHERE app_id = {app}", default));
        Assert.Equal(At(2, 9), await Host.Database.ScalarAsync<DateTimeOffset?>(
            $"SELECT next_at FROM studio.workflow_trigger WHERE app_id = {app}", default));
    }

    [Fact]
    public async Task A_run_that_was_only_written_down_when_its_node_broke_off_begins_elsewhere()
    {
        var app = await GivenPublishedAsync(EachMorning);
        await MissAsync(app);
        await PollAsync(Host);
        var run = (Guid)(await UntilAsync(async () => (await ListRunsAsync(app)).FirstOrDefault()))["id"]!;
        await UntilAsync(app, run, "succeeded");
        await Host.Database.ExecuteAsync($"DELETE FROM studio.workflow_event WHERE run_id = {run}", default);
        await Host.Database.ExecuteAsync(
            $"""
            UPDATE studio.workflow_run SET status = 'running', finished_at = NULL, outputs = NULL, attempts = 0,
                lease_expires_at = {Clock.GetUtcNow()}
            WHERE id = {run}
            """,
            default);

        Clock.Advance(TimeSpan.FromSeconds(1));
        await Host.Get<WorkflowKeeper>().TendAsync(CancellationToken.None);

        var shown = await UntilAsync(app, run, "succeeded");
        Assert.Equal(["clock", "end"], shown["nodes"]!.AsArray().Select(node => (string)node!["node_id"]!));
    }

    [Fact]
    public async Task A_version_whose_triggers_were_not_written_down_gets_them_later_and_one_that_never_comes_is_not_published()
    {
        var app = await GivenPublishedAsync(EachMorning);
        await Host.Database.ExecuteAsync($"DELETE FROM studio.workflow_trigger WHERE app_id = {app}", default);
        await Host.Database.ExecuteAsync($"UPDATE studio.app SET triggers_version = NULL WHERE id = {app}", default);
        await PollAsync(Host);
        Assert.Equal(At(1, 9), (DateTimeOffset?)(await TriggerAsync(app))["next_at"]);

        await SaveAsync(app, EachMorning.Replace("9:00 AM", "29:00 AM", StringComparison.Ordinal));
        var refused = await CallAsync(HttpMethod.Post, $"/api/v1/apps/{app}/publish", expect: HttpStatusCode.BadRequest);
        Assert.Equal("triggers.invalid_schedule", (string?)refused!["problems"]![0]!["code"]);
        Assert.Equal("clock", (string?)refused["problems"]![0]!["node_id"]);
    }

    [Fact]
    public async Task The_next_five_times_are_shown_beforehand()
    {
        var preview = await CallAsync(
            HttpMethod.Post, "/api/v1/schedules/preview",
            new { mode = "visual", frequency = "weekly", visual_config = new { time = "9:00 AM", weekdays = new[] { "mon" } }, timezone = "Asia/Shanghai" });
        Assert.Equal(
            [At(8, 1), At(15, 1), At(22, 1), At(29, 1), At(29, 1).AddDays(7)],
            preview!["times"]!.AsArray().Select(time => (DateTimeOffset)time!));

        var refused = await CallAsync(
            HttpMethod.Post, "/api/v1/schedules/preview", new { mode = "cron", cron_expression = "often" }, HttpStatusCode.BadRequest);
        Assert.Equal(("triggers.invalid_schedule", "cron_expression"), ((string)refused!["code"]!, (string)refused["field"]!));
    }

    private static DateTimeOffset At(int day, int hour) => new(2026, 6, day, hour, 0, 0, TimeSpan.Zero);

    private static Task<int> PollAsync(StudioHost host) => host.Get<SchedulePoller>().PollAsync(CancellationToken.None);

    // As if no node had worked for three days.
    private Task<int> MissAsync(Guid app)
        => Host.Database.ExecuteAsync(
            $"UPDATE studio.workflow_trigger SET next_at = {Clock.GetUtcNow().AddDays(-3)} WHERE app_id = {app}", default);

    private async Task<JsonNode> TriggerAsync(Guid app)
        => Assert.Single((await CallAsync(HttpMethod.Get, $"/api/v1/apps/{app}/triggers"))!["data"]!.AsArray())!;
}
