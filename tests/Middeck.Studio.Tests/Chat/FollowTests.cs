using System.Net;
using System.Text.Json.Nodes;
using Middeck.Core.Errors;
using Middeck.Core.Identifiers;
using Middeck.Studio.Chat;
using Middeck.Studio.Tests.Fakes;
using Middeck.Testing;

namespace Middeck.Studio.Tests.Chat;

/// <summary>A run is watched on a node that does not run it.</summary>
public sealed class FollowTests(PostgresFixture postgres) : StudioTest(postgres)
{
    [Fact]
    public async Task Text_comes_as_the_row_grows_and_the_end_is_the_same()
    {
        await using var nodes = await GivenTwoNodesAsync();
        var (app, run, response) = await nodes.GivenRunningAsync(this);
        nodes.Model.Say("one ");
        await run.Stream.WaitForAsync(2, CancellationToken.None);
        await nodes.There.Get<RunKeeper>().TendAsync(CancellationToken.None);

        using var watch = await GetEventsAsync(nodes.Here, app, run.Id);
        using var reader = new EventReader(await watch.Content.ReadAsStreamAsync());
        Assert.Equal("message_start", NameOf((await reader.NextAsync())!));
        Assert.Equal("one ", (string?)(await reader.NextAsync())!["answer"]);

        // Told by the node that runs it: nobody's clock moves.
        nodes.Model.Say("two");
        await run.Stream.WaitForAsync(3, CancellationToken.None);
        await nodes.There.Get<RunKeeper>().TendAsync(CancellationToken.None);
        Assert.Equal("two", (string?)(await reader.NextAsync())!["answer"]);

        nodes.Model.End();
        var end = await reader.NextAsync();
        Assert.Null(await reader.NextAsync());
        var original = (await ReadEventsAsync(response))[^1];
        Assert.True(JsonNode.DeepEquals(WithoutTimes(original), WithoutTimes(end!)), $"{original}\n{end}");
    }

    [Fact]
    public async Task A_watcher_goes_on_where_it_was_on_another_node_and_back_again()
    {
        await using var nodes = await GivenTwoNodesAsync();
        var (app, run, response) = await nodes.GivenRunningAsync(this);
        using var first = new EventReader(await response.Content.ReadAsStreamAsync());
        nodes.Model.Say("one ");
        await first.NextAsync();
        await first.NextAsync();
        nodes.Model.Say("two ");
        await run.Stream.WaitForAsync(3, CancellationToken.None);
        await nodes.There.Get<RunKeeper>().TendAsync(CancellationToken.None);

        using var elsewhere = await GetEventsAsync(nodes.Here, app, run.Id, first.LastId);
        using var second = new EventReader(await elsewhere.Content.ReadAsStreamAsync());
        Assert.Equal("two ", (string?)(await second.NextAsync())!["answer"]);

        nodes.Model.Say("three");
        nodes.Model.End();
        await run.Stream.End;
        using var back = await GetEventsAsync(nodes.There, app, run.Id, second.LastId);
        Assert.Equal("three", TextOf(await ReadEventsAsync(back)));
    }

    [Fact]
    public async Task A_failed_run_ends_with_its_error_from_the_row_too()
    {
        var app = await GivenPublishedAppAsync();
        Host.Models.SaysAndFails(
            new FaultException(new Fault(FaultKind.Upstream, "models.upstream_error", "It is overloaded.")), "half");
        var events = await AskAsync(app, "hi");
        Clock.Advance(TimeSpan.FromSeconds(61));
        Host.Get<RunHub>().Trim();

        var later = await WatchAsync(app, (Guid)events[0]["task_id"]!);

        Assert.Equal("half", TextOf(later));
        Assert.True(JsonNode.DeepEquals(events[^1], later[^1]), later[^1].ToJsonString());
    }

    [Fact]
    public async Task A_bug_ends_with_its_report_from_the_row_too()
    {
        var app = await GivenPublishedAppAsync();
        Host.Models.SaysAndFails(new InvalidOperationException("secret detail"));
        var events = await AskAsync(app, "hi");
        Clock.Advance(TimeSpan.FromSeconds(61));
        Host.Get<RunHub>().Trim();

        var later = await WatchAsync(app, (Guid)events[0]["task_id"]!);

        Assert.True(JsonNode.DeepEquals(events[^1], later[^1]), later[^1].ToJsonString());
    }

    [Fact]
    public async Task A_run_whose_node_was_killed_ends_for_its_watchers_once_it_is_swept()
    {
        var app = await GivenPublishedAppAsync();
        var events = await AskAsync(app, "hi");
        var id = (Guid)events[0]["task_id"]!;
        Clock.Advance(TimeSpan.FromSeconds(61));
        Host.Get<RunHub>().Trim();
        // The row of a node that is no more.
        await Host.Database.ExecuteAsync(
            $"""
            UPDATE studio.message SET status = 'running', answer = 'half', lease_owner = {Guid.Empty},
                lease_expires_at = {Clock.GetUtcNow().AddSeconds(-1)}, stop_requested = false
            WHERE id = {id}
            """,
            CancellationToken.None);
        using var response = await SendAsync(HttpMethod.Get, $"/api/v1/apps/{app}/chat/{id}/events");
        using var reader = new EventReader(await response.Content.ReadAsStreamAsync());
        await reader.NextAsync();
        Assert.Equal("half", (string?)(await reader.NextAsync())!["answer"]);

        await Host.Get<RunSweeper>().SweepAsync(CancellationToken.None);

        var end = reader.NextAsync();
        while (!end.IsCompleted)
        {
            Clock.Advance(TimeSpan.FromMilliseconds(500));
            await Task.Yield();
        }

        Assert.Equal("error", NameOf((await end)!));
        Assert.Contains("stopped before it was complete", (string?)(await end)!["message"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_watches_what_is_not_theirs()
    {
        var app = await GivenPublishedAppAsync();
        var id = (Guid)(await AskAsync(app, "hi"))[0]["task_id"]!;
        Clock.Advance(TimeSpan.FromSeconds(61));
        Host.Get<RunHub>().Trim();

        var path = $"/api/v1/apps/{app}/chat/{id}/events";
        await CallAsync(HttpMethod.Get, path, expect: HttpStatusCode.NotFound, user: Ids.New(TimeProvider.System));
        await CallAsync(HttpMethod.Get, path, expect: HttpStatusCode.NotFound, workspace: Ids.New(TimeProvider.System));
        var other = await GivenPublishedAppAsync();
        await CallAsync(HttpMethod.Get, $"/api/v1/apps/{other}/chat/{id}/events", expect: HttpStatusCode.NotFound);
    }

    // Durations are measured; the row keeps them in full.
    private static JsonNode WithoutTimes(JsonNode end)
    {
        var copy = end.DeepClone();
        foreach (var name in new[] { "latency", "time_to_first_token" })
        {
            copy["metadata"]!["usage"]![name] = 0;
        }

        return copy;
    }

    private async Task<Nodes> GivenTwoNodesAsync()
    {
        var bus = new LocalBus();
        return new Nodes(
            await StudioHost.StartAsync(Postgres, Clock, bus), await StudioHost.StartAsync(Postgres, Clock, bus), new HeldModel());
    }

    private async Task<HttpResponseMessage> GetEventsAsync(StudioHost node, Guid app, Guid run, string? after = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/v1/apps/{app}/chat/{run}/events");
        Name(request);
        if (after is not null)
        {
            request.Headers.Add("Last-Event-ID", after);
        }

        var response = await node.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return response;
    }

    private async Task<List<JsonObject>> WatchAsync(Guid app, Guid run)
    {
        using var response = await SendAsync(HttpMethod.Get, $"/api/v1/apps/{app}/chat/{run}/events");
        return await ReadEventsAsync(response);
    }

    private void Name(HttpRequestMessage request)
    {
        request.Headers.Add("X-User", User.ToString());
        request.Headers.Add("X-Workspace", Workspace.ToString());
    }

    private sealed record Nodes(StudioHost Here, StudioHost There, HeldModel Model) : IAsyncDisposable
    {
        public async Task<(Guid App, ChatRun Run, HttpResponseMessage Response)> GivenRunningAsync(FollowTests test)
        {
            var app = await test.GivenPublishedAppAsync();
            There.Models.Script = Model.AnswerAsync;
            using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/apps/{app}/chat");
            test.Name(request);
            request.Content = System.Net.Http.Json.JsonContent.Create(new { query = "hi" });
            var response = await There.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
            await Model.Asked;
            return (app, Assert.Single(There.Get<RunHub>().Active), response);
        }

        public async ValueTask DisposeAsync()
        {
            await Here.DisposeAsync();
            await There.DisposeAsync();
        }
    }

    private sealed class EventReader(Stream stream) : IDisposable
    {
        private readonly StreamReader _reader = new(stream);

        public string? LastId { get; private set; }

        public async Task<JsonObject?> NextAsync()
        {
            while (await _reader.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(20)) is { } line)
            {
                if (line.StartsWith("id: ", StringComparison.Ordinal))
                {
                    LastId = line[4..];
                }
                else if (line.StartsWith("data: ", StringComparison.Ordinal))
                {
                    return JsonNode.Parse(line[6..])!.AsObject();
                }
            }

            return null;
        }

        public void Dispose() => _reader.Dispose();
    }
}
