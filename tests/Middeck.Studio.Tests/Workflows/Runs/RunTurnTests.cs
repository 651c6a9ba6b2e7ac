using System.Net;
using Middeck.Core.Identifiers;
using Middeck.Storage.Sql;
using Middeck.Studio.Objects;
using Middeck.Studio.Workflows.Runs;
using Middeck.Studio.Workflows.Runs.Slots;
using Middeck.Testing;

namespace Middeck.Studio.Tests.Workflows.Runs;

public sealed class RunTurnTests(PostgresFixture postgres) : WorkflowAppTest(postgres)
{
    private const string Echo = """
        {"nodes": [
            {"id": "start", "data": {"type": "start", "title": "Start", "variables": [
                {"variable": "topic", "label": "Topic", "type": "paragraph", "required": true, "max_length": 1000000}]}},
            {"id": "end", "data": {"type": "end", "title": "End", "outputs": [
                {"variable": "echo", "value_selector": ["start", "topic"]}]}}],
         "edges": [{"id": "e1", "source": "start", "target": "end"}]}
        """;

    private const string AskFirst = """
        {"nodes": [
            {"id": "start", "data": {"type": "start", "title": "Start", "variables": [
                {"variable": "topic", "label": "Topic", "type": "paragraph", "required": true, "max_length": 1000000}]}},
            {"id": "ask", "data": {"type": "human-input", "title": "Go on?", "form_content": "?", "inputs": [],
                "user_actions": [{"id": "yes", "title": "Yes"}], "delivery_methods": [], "timeout": 1, "timeout_unit": "hour"}},
            {"id": "end", "data": {"type": "end", "title": "End", "outputs": [
                {"variable": "echo", "value_selector": ["start", "topic"]}]}}],
         "edges": [{"id": "e1", "source": "start", "target": "ask"},
            {"id": "e2", "source": "ask", "sourceHandle": "yes", "target": "end"}]}
        """;

    private protected override void Configure(StudioOptions options) => (options.MaxActiveRuns, options.MaxWaitingRuns) = (1, 1);

    [Fact]
    public async Task A_run_without_a_slot_waits_and_can_be_stopped_and_more_are_refused()
    {
        var app = await GivenPublishedAsync(Echo);
        var key = await GivenKeyAsync(app);
        var working = SomebodyElsesRun();

        var waiting = (Guid)(await CallAsync(
            HttpMethod.Post, $"/api/v1/apps/{app}/workflow-runs?mode=async", new { inputs = new { topic = "tea" } },
            HttpStatusCode.Accepted))!["id"]!;
        var refused = await CallWithKeyAsync(
            HttpMethod.Post, "/v1/workflows/run", key, new { inputs = new { topic = "milk" }, user = "u" }, HttpStatusCode.TooManyRequests);
        var problem = await CallAsync(
            HttpMethod.Post, $"/api/v1/apps/{app}/workflow-runs", new { inputs = new { topic = "milk" } }, HttpStatusCode.TooManyRequests);
        var shown = await ShowAsync(app, waiting);
        Assert.Equal((1, 1), Host.Get<RunSlots>().Count());
        var another = await CallAsync(
            HttpMethod.Post, $"/api/v1/apps/{app}/workflow-runs", new { inputs = new { topic = "milk" }, async = true },
            HttpStatusCode.TooManyRequests);

        Assert.Equal("too_many_requests", (string?)refused!["code"]);
        Assert.Contains("wait for their turn", (string?)refused["message"], StringComparison.Ordinal);
        Assert.Equal("workflows.too_many_runs", (string?)problem!["code"]);
        Assert.Equal("workflows.too_many_runs", (string?)another!["code"]);
        Assert.Equal("running", (string?)shown["run"]!["status"]);
        Assert.Empty(shown["nodes"]!.AsArray());
        Assert.Single(await ListRunsAsync(app));

        await CallAsync(HttpMethod.Post, $"/api/v1/apps/{app}/workflow-runs/{waiting}/stop", expect: HttpStatusCode.NoContent);
        await UntilAsync(app, waiting, "stopped");
        var next = (Guid)(await CallAsync(
            HttpMethod.Post, $"/api/v1/apps/{app}/workflow-runs", new { inputs = new { topic = "milk" }, async = true },
            HttpStatusCode.Accepted))!["id"]!;
        working.Leave();
        Assert.Equal("""{"echo":"milk"}""", (await UntilAsync(app, next, "succeeded"))["run"]!["outputs"]!.ToJsonString());
    }

    [Fact]
    public async Task A_call_that_waits_too_long_is_refused_and_its_run_says_why()
    {
        var app = await GivenPublishedAsync(Echo);
        var key = await GivenKeyAsync(app);
        SomebodyElsesRun();

        var call = CallWithKeyAsync(
            HttpMethod.Post, "/v1/workflows/run", key, new { inputs = new { topic = "tea" }, user = "u", response_mode = "streaming" },
            HttpStatusCode.TooManyRequests);
        await UntilAsync(async () => (await ListRunsAsync(app)).FirstOrDefault());
        await UntilAsync(() =>
        {
            Clock.Advance(TimeSpan.FromSeconds(61));
            return Task.FromResult(call.IsCompleted ? call : null);
        });

        Assert.Equal("too_many_requests", (string?)(await call)!["code"]);
        var run = Assert.Single(await ListRunsAsync(app));
        await UntilAsync(app, (Guid)run["id"]!, "failed");
        Assert.Contains("did not get its turn", (string?)(await ListRunsAsync(app))[0]["error"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_chat_waits_for_its_turn_too()
    {
        var app = await GivenPublishedAsync(
            """
            {"nodes": [
                {"id": "start", "data": {"type": "start", "title": "Start", "variables": []}},
                {"id": "answer", "data": {"type": "answer", "title": "Answer", "answer": "Tea."}}],
             "edges": [{"id": "e1", "source": "start", "target": "answer"}]}
            """,
            "advanced-chat");
        var working = SomebodyElsesRun();
        using var first = await SendAsync(HttpMethod.Post, $"/api/v1/apps/{app}/chat", new { query = "What?" });
        await UntilAsync(async () => (await ListRunsAsync(app)).FirstOrDefault());

        var refused = await CallAsync(
            HttpMethod.Post, $"/api/v1/apps/{app}/chat", new { query = "And?" }, HttpStatusCode.TooManyRequests);
        working.Leave();

        Assert.Equal("workflows.too_many_runs", (string?)refused!["code"]);
        Assert.Equal("Tea.", TextOf(await ReadEventsAsync(first)));
    }

    [Fact]
    public async Task What_is_large_is_kept_beside_the_database_and_goes_with_its_run()
    {
        var app = await GivenPublishedAsync(AskFirst);
        var topic = string.Concat(Enumerable.Repeat("茶 and milk, ", 20_000));
        var run = (Guid)(await CallAsync(
            HttpMethod.Post, $"/api/v1/apps/{app}/workflow-runs", new { inputs = new { topic }, async = true },
            HttpStatusCode.Accepted))!["id"]!;
        var form = (await UntilAsync(app, run, "paused"))["forms"]![0]!;
        Assert.True(await Host.Database.ScalarAsync<long>(
            $"SELECT count(*) FROM studio.workflow_event WHERE run_id = {run} AND record IS NULL AND record_object IS NOT NULL", default) > 0);
        Assert.Equal(0, await Host.Database.ScalarAsync<long>(
            $"SELECT count(*) FROM studio.workflow_event WHERE run_id = {run} AND length(body) + length(coalesce(record, '')) > 262144", default));

        await CallAsync(
            HttpMethod.Post, $"/api/v1/apps/{app}/workflow-runs/{run}/forms/{form["id"]}", new { action = "yes" },
            HttpStatusCode.NoContent);

        var shown = await UntilAsync(app, run, "succeeded");
        Assert.Equal(topic, (string?)shown["run"]!["outputs"]!["echo"]);
        using var watch = await SendAsync(HttpMethod.Get, $"/api/v1/apps/{app}/workflow-runs/{run}/events");
        var last = (await ReadEventsAsync(watch))[^1];
        Assert.Equal("workflow_finished", NameOf(last));
        Clock.Advance(TimeSpan.FromDays(2));
        Assert.Equal(0, await Host.Get<StudioObjects>().TrimAsync(100, default));
        Assert.True(await Host.Get<WorkflowRunStore>().TrimAsync(Clock.GetUtcNow(), 100, default) > 0);
        Assert.True(await Host.Get<StudioObjects>().TrimAsync(100, default) > 0);
        Assert.Equal(0, await Host.Database.ScalarAsync<long>($"SELECT count(*) FROM studio.object WHERE workspace_id = {Workspace}", default));
    }

    private RunSlot SomebodyElsesRun()
        => Host.Get<RunSlots>().Ask(Ids.New(Clock), Ids.New(Clock), appLimit: null, isBounded: false);
}
