using System.Net;
using Middeck.Core.Errors;
using Middeck.Storage.Sql;
using Middeck.Studio.Chat;
using Middeck.Studio.Tests.Fakes;
using Middeck.Testing;

namespace Middeck.Studio.Tests.Chat;

public sealed class RunTests(PostgresFixture postgres) : StudioTest(postgres)
{
    private protected override void Configure(StudioOptions options)
    {
        options.MaxAnswerLength = 10_000;
        // Shorter than a lease: the clock jumps, and nobody renews in between.
        options.SilenceTimeout = 27;
    }

    [Fact]
    public async Task A_stop_closes_the_call_of_the_model_and_keeps_what_was_written()
    {
        var (app, model, response, run) = await GivenRunningAsync();
        model.Say("half an ");
        await run.Stream.WaitForAsync(2, CancellationToken.None);

        await CallAsync(HttpMethod.Post, $"/api/v1/apps/{app}/chat/{run.Id}/stop", expect: HttpStatusCode.NoContent);

        await model.Cancelled;
        var events = await ReadEventsAsync(response);
        Assert.Equal("message_end", NameOf(events[^1]));
        var stored = await StoredAsync(run);
        Assert.Equal(("stopped", "half an "), (stored.Status, stored.Answer));
    }

    [Fact]
    public async Task A_stop_reaches_a_run_on_another_node()
    {
        var bus = new LocalBus();
        await using var here = await StudioHost.StartAsync(Postgres, Clock, bus);
        await using var there = await StudioHost.StartAsync(Postgres, Clock, bus);
        var app = await GivenPublishedAppAsync();
        var model = new HeldModel();
        there.Models.Script = model.AnswerAsync;
        var run = await AskOnAsync(there, app);
        await model.Asked;

        await here.Get<RunStopper>().StopAsync(
            Workspace, app, run.Request.Person, run.Id, CancellationToken.None);

        await model.Cancelled;
        Assert.IsType<RunEvent.Ended>(await run.Stream.End);
    }

    [Fact]
    public async Task A_stop_whose_message_is_lost_is_seen_in_the_row()
    {
        var (_, model, response, run) = await GivenRunningAsync();
        using var _2 = response;
        await Host.Database.ExecuteAsync(
            $"UPDATE studio.message SET stop_requested = true WHERE id = {run.Id}", CancellationToken.None);

        await Host.Get<RunKeeper>().TendAsync(CancellationToken.None);

        await model.Cancelled;
        await run.Stream.End;
        Assert.Equal("stopped", (await StoredAsync(run)).Status);
    }

    [Fact]
    public async Task A_client_that_goes_away_does_not_end_the_run()
    {
        var (app, model, response, run) = await GivenRunningAsync();
        model.Say("one ");
        response.Dispose();
        model.Say("two");
        model.End();

        await run.Stream.End;
        Assert.Equal(("completed", "one two"), ((await StoredAsync(run)).Status, (await StoredAsync(run)).Answer));

        using var again = await SendAsync(HttpMethod.Get, $"/api/v1/apps/{app}/chat/{run.Id}/events");
        Assert.Equal("one two", TextOf(await ReadEventsAsync(again)));
    }

    [Fact]
    public async Task A_watcher_that_comes_back_goes_on_where_it_was()
    {
        var (app, model, response, run) = await GivenRunningAsync();
        using var _2 = response;
        model.Say("one ");
        model.Say("two");
        model.End();
        await run.Stream.End;

        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/v1/apps/{app}/chat/{run.Id}/events");
        request.Headers.Add("X-User", User.ToString());
        request.Headers.Add("X-Workspace", Workspace.ToString());
        request.Headers.Add("Last-Event-ID", "2-4");
        using var again = await Host.Client.SendAsync(request);
        Assert.Equal("two", TextOf(await ReadEventsAsync(again)));

        Clock.Advance(TimeSpan.FromSeconds(61));
        Host.Get<RunHub>().Trim();
        using var later = await SendAsync(HttpMethod.Get, $"/api/v1/apps/{app}/chat/{run.Id}/events");
        Assert.Equal("one two", TextOf(await ReadEventsAsync(later)));
    }

    [Fact]
    public async Task Any_number_of_watchers_see_the_same()
    {
        var (app, model, response, run) = await GivenRunningAsync();
        using var second = await SendAsync(HttpMethod.Get, $"/api/v1/apps/{app}/chat/{run.Id}/events");
        model.Say("same");
        model.End();

        var one = await ReadEventsAsync(response);
        var two = await ReadEventsAsync(second);
        Assert.Equal(one.Select(e => e.ToJsonString()), two.Select(e => e.ToJsonString()));
    }

    [Fact]
    public async Task A_model_that_fails_leaves_a_failed_message_with_its_words()
    {
        var app = await GivenPublishedAppAsync();
        Host.Models.SaysAndFails(
            new FaultException(new Fault(FaultKind.Upstream, "models.upstream_error", "mock/echo answered 500: overloaded.")),
            "half ");

        var events = await AskAsync(app, "hi");

        Assert.Equal(["message_start", "message", "error"], events.Select(NameOf));
        Assert.Equal("completion_request_error", (string?)events[2]["code"]);
        Assert.Equal(400, (int)events[2]["status"]!);
        Assert.Equal("mock/echo answered 500: overloaded.", (string?)events[2]["message"]);
        var stored = await StoredAsync((Guid)events[0]["message_id"]!);
        Assert.Equal(("failed", "half ", "mock/echo answered 500: overloaded."), stored);
        Assert.Empty(Host.Errors.All);
    }

    [Fact]
    public async Task A_connection_that_is_cut_off_is_told_without_its_inner_words()
    {
        var app = await GivenPublishedAppAsync();
        Host.Models.SaysAndFails(new HttpIOException(HttpRequestError.ResponseEnded, "10.0.0.7:1234 token=abc"), "half ");

        var events = await AskAsync(app, "hi");

        Assert.Equal("The connection to the model was lost.", (string?)events[^1]["message"]);
    }

    [Fact]
    public async Task A_bug_becomes_an_internal_error_with_a_report()
    {
        var app = await GivenPublishedAppAsync();
        Host.Models.SaysAndFails(new InvalidOperationException("secret detail"));

        var events = await AskAsync(app, "hi");

        Assert.Equal("internal_server_error", (string?)events[^1]["code"]);
        Assert.DoesNotContain("secret", events[^1].ToJsonString(), StringComparison.Ordinal);
        var report = Assert.Single(Host.Errors.All);
        Assert.Equal("secret detail", report.Message);
        Assert.Equal(report.TraceId, (string?)events[^1]["trace_id"]);
        Assert.Equal(report.TraceId, (string?)events[^1]["task_id"]);
    }

    [Fact]
    public async Task A_model_that_says_nothing_at_all_has_failed()
    {
        var app = await GivenPublishedAppAsync();
        Host.Models.Script = (_, _) => AsyncEnumerable.Empty<Microsoft.Extensions.AI.ChatResponseUpdate>();

        var events = await AskAsync(app, "hi");

        Assert.Equal("completion_request_error", (string?)events[^1]["code"]);
    }

    [Fact]
    public async Task A_model_that_ends_properly_without_a_word_has_failed_too()
    {
        var app = await GivenPublishedAppAsync();
        Host.Models.Says();

        var events = await AskAsync(app, "hi");

        const string Sentence = "The model answered without a word. Try again or choose another model.";
        Assert.Equal(["message_start", "error"], events.Select(NameOf));
        Assert.Equal("completion_request_error", (string?)events[1]["code"]);
        Assert.Equal(Sentence, (string?)events[1]["message"]);
        Assert.False(events[1].ContainsKey("trace_id"));
        Assert.Equal(("failed", "", Sentence), await StoredAsync((Guid)events[0]["message_id"]!));
    }

    [Fact]
    public async Task A_model_that_does_not_end_is_cut_off()
    {
        var app = await GivenPublishedAppAsync();
        Host.Models.Script = (_, _) => Endless();

        var events = await AskAsync(app, "hi");

        Assert.Equal("error", NameOf(events[^1]));
        Assert.InRange(TextOf(events).Length, 10_000, 12_000);
    }

    [Fact]
    public async Task A_model_that_stalls_is_given_up()
    {
        var (_, model, response, run) = await GivenRunningAsync();
        model.Say("one");
        await run.Stream.WaitForAsync(2, CancellationToken.None);

        Clock.Advance(TimeSpan.FromSeconds(28));

        await model.Cancelled;
        var events = await ReadEventsAsync(response);
        Assert.Equal("completion_request_error", (string?)events[^1]["code"]);
        Assert.Contains("silent for 27 seconds", (string?)events[^1]["message"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_search_that_fails_fails_the_run()
    {
        var app = await GivenPublishedAppAsync(new
        {
            dataset_configs = new { datasets = new { datasets = new[] { new { dataset = new { id = Guid.Empty } } } } },
        });
        Host.Knowledge.Failure = new FaultException(
            new Fault(FaultKind.Upstream, "models.upstream_error", "The embedding model is down."));

        var events = await AskAsync(app, "hi");

        Assert.Equal("The embedding model is down.", (string?)Assert.Single(events)["message"]);
    }

    [Fact]
    public async Task What_was_written_survives_a_killed_node_and_the_sweeper_says_why_it_ended()
    {
        var (_, model, response, run) = await GivenRunningAsync();
        using var _2 = response;
        model.Say("half an answer");
        await run.Stream.WaitForAsync(2, CancellationToken.None);
        await Host.Get<RunKeeper>().TendAsync(CancellationToken.None);
        Assert.Equal(("running", "half an answer", null), await StoredAsync(run.Id));

        // The row of a node that is no more: nobody renews its lease.
        var now = Clock.GetUtcNow();
        await Host.Database.ExecuteAsync(
            $"UPDATE studio.message SET lease_owner = {Guid.Empty}, lease_expires_at = {now.AddSeconds(30)} WHERE id = {run.Id}",
            CancellationToken.None);
        var store = Host.Get<RunStore>();
        Assert.Equal(0, await store.CloseExpiredAsync(now.AddSeconds(29), "gone", CancellationToken.None));
        Assert.Equal(1, await store.CloseExpiredAsync(now.AddSeconds(31), "gone", CancellationToken.None));

        Assert.Equal(("failed", "half an answer", "gone"), await StoredAsync(run.Id));
    }

    [Fact]
    public async Task A_run_whose_lease_was_taken_ends_and_leaves_the_row_alone()
    {
        var (_, model, response, run) = await GivenRunningAsync();
        await Host.Database.ExecuteAsync(
            $"UPDATE studio.message SET status = 'failed', error = 'swept' WHERE id = {run.Id}", CancellationToken.None);
        model.Say("late");
        model.End();

        Assert.Equal("error", NameOf((await ReadEventsAsync(response))[^1]));
        Assert.Equal(("failed", "", "swept"), await StoredAsync(run.Id));
    }

    [Fact]
    public async Task Leases_are_renewed_while_a_run_goes_on()
    {
        var (_, model, response, run) = await GivenRunningAsync();
        using var _2 = response;
        Clock.Advance(TimeSpan.FromSeconds(25));
        await Host.Get<RunKeeper>().TendAsync(CancellationToken.None);

        var expires = await Host.Database.ScalarAsync<DateTimeOffset>(
            $"SELECT lease_expires_at FROM studio.message WHERE id = {run.Id}", CancellationToken.None);
        Assert.True(expires > run.CreatedAt.AddSeconds(40));
        model.End();
    }

    [Fact]
    public async Task Deleting_a_conversation_ends_its_run()
    {
        var (_, model, response, run) = await GivenRunningAsync();
        await CallAsync(
            HttpMethod.Delete, $"/api/v1/conversations/{run.ConversationId}", expect: HttpStatusCode.NoContent);

        await model.Cancelled;
        Assert.Equal("error", NameOf((await ReadEventsAsync(response))[^1]));
    }

    [Fact]
    public async Task A_node_that_is_shut_down_closes_its_runs_with_a_sentence()
    {
        await using var node = await StudioHost.StartAsync(
            Postgres, Clock, configure: options => options.DrainTimeout = 0);
        var app = await GivenPublishedAppAsync();
        var model = new HeldModel();
        node.Models.Script = model.AnswerAsync;
        var run = await AskOnAsync(node, app);
        model.Say("half");
        await run.Stream.WaitForAsync(2, CancellationToken.None);

        await node.StopAsync();

        var stored = await StoredAsync(run.Id);
        Assert.Equal(("failed", "half"), (stored.Status, stored.Answer));
        Assert.Contains("shut down", stored.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Streams_hold_no_database_connection()
    {
        var app = await GivenPublishedAppAsync();
        var model = new HeldModel();
        Host.Models.Script = model.AnswerAsync;
        var runs = await Task.WhenAll(Enumerable.Range(0, 60).Select(_ => AskOnAsync(Host, app)));
        await model.Asked;

        // The pool has 20: with 60 runs waiting for the model there is one for everybody else.
        Assert.Single((await CallAsync(HttpMethod.Get, "/api/v1/apps"))!["data"]!.AsArray());
        model.End();
        await Task.WhenAll(runs.Select(run => run.Stream.End));
    }

    private static async IAsyncEnumerable<Microsoft.Extensions.AI.ChatResponseUpdate> Endless()
    {
        while (true)
        {
            await Task.Yield();
            yield return new(Microsoft.Extensions.AI.ChatRole.Assistant, new string('a', 1_000));
        }
    }

    private async Task<(Guid App, HeldModel Model, HttpResponseMessage Response, ChatRun Run)> GivenRunningAsync()
    {
        var app = await GivenPublishedAppAsync();
        var model = new HeldModel();
        Host.Models.Script = model.AnswerAsync;
        var response = await SendAsync(HttpMethod.Post, $"/api/v1/apps/{app}/chat", new { query = "hi" });
        await model.Asked;
        return (app, model, response, Assert.Single(Host.Get<RunHub>().Active));
    }

    private async Task<ChatRun> AskOnAsync(StudioHost host, Guid app)
    {
        var snapshot = await host.Get<Studio.Apps.PublishedApps>().FindAsync(app, CancellationToken.None);
        return await host.Get<ChatRunner>().StartAsync(
            new ChatRequest(
                snapshot!, ChatSource.Console, Studio.Conversations.Person.User(User), null, null, "hi", default, null),
            CancellationToken.None);
    }

    private async Task<(string Status, string Answer, string? Error)> StoredAsync(Guid id)
        => await Host.Database.FirstOrDefaultAsync(
            $"SELECT status, answer, error FROM studio.message WHERE id = {id}",
            row => (row.At<string>(0), row.At<string>(1), row.At<string?>(2)),
            CancellationToken.None);

    private Task<(string Status, string Answer, string? Error)> StoredAsync(ChatRun run) => StoredAsync(run.Id);
}
