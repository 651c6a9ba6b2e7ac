using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Middeck.Core.Security;
using Middeck.Observability.Live;
using Middeck.Testing;

namespace Middeck.Observability.Tests.Live;

public sealed class LiveStreamingTests(PostgresFixture postgres) : IClassFixture<PostgresFixture>
{
    private static readonly Guid Workspace = Guid.Parse("01900000-0000-7000-8000-000000000001");
    private static readonly string[] Jobs = ["jobs"];
    private static readonly string[] Rights = [Permissions.Jobs.Read, Permissions.Knowledge.Read];

    [Fact]
    public async Task A_page_hears_its_topics_of_its_workspace_and_nothing_else()
    {
        await using var node = await ObservedNode.StartAsync(postgres);
        using var client = node.Client(Workspace, permissions: Rights);
        await using var page = await LiveConnection.OpenAsync(client, "jobs");

        Publish(node, "apps", 1);
        node.Events.Publish(Guid.CreateVersion7(), "jobs", "job.changed", Data(2));
        Publish(node, "jobs", 3);

        var heard = await page.NextAsync();
        Assert.Equal("jobs", heard.GetProperty("topic").GetString());
        Assert.Equal("job.changed", heard.GetProperty("type").GetString());
        Assert.Equal(3, heard.GetProperty("data").GetProperty("n").GetInt32());
    }

    [Fact]
    public async Task What_is_published_on_another_node_is_heard_here()
    {
        await using var here = await ObservedNode.StartAsync(postgres);
        await using var there = await ObservedNode.StartAsync(postgres);
        using var client = here.Client(Workspace, permissions: Rights);
        await using var page = await LiveConnection.OpenAsync(client, "jobs");
        using var publishing = new CancellationTokenSource();
        var hearing = page.NextAsync();

        // Listening begins a moment after the start; events are hints, so the first ones may be missed.
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (!hearing.IsCompleted && await timer.WaitForNextTickAsync())
        {
            there.Events.Publish(Workspace, "jobs", "job.changed", Data(7));
        }

        Assert.Equal(7, (await hearing).GetProperty("data").GetProperty("n").GetInt32());
    }

    [Fact]
    public async Task A_page_that_reconnects_goes_on_after_the_last_event_it_got()
    {
        await using var node = await ObservedNode.StartAsync(postgres);
        using var client = node.Client(Workspace, permissions: Rights);
        string? lastId;
        Guid stream;
        await using (var page = await LiveConnection.OpenAsync(client, "jobs"))
        {
            Publish(node, "jobs", 1);
            await page.NextAsync();
            (lastId, stream) = (page.LastId, page.StreamId);
        }

        Publish(node, "jobs", 2);
        Publish(node, "jobs", 3);
        await using var again = await LiveConnection.OpenAsync(client, "jobs", lastId);

        Assert.Equal((stream, true), (again.StreamId, again.Resumed));
        Assert.Equal(2, (await again.NextAsync()).GetProperty("data").GetProperty("n").GetInt32());
        Assert.Equal(3, (await again.NextAsync()).GetProperty("data").GetProperty("n").GetInt32());
    }

    [Fact]
    public async Task Another_person_cannot_take_over_a_stream()
    {
        await using var node = await ObservedNode.StartAsync(postgres);
        using var owner = node.Client(Workspace, permissions: Rights);
        await using var page = await LiveConnection.OpenAsync(owner, "jobs");
        using var stranger = node.Client(Workspace, Guid.CreateVersion7(), permissions: Rights);

        await using var other = await LiveConnection.OpenAsync(stranger, "jobs", page.LastId);
        var refusal = await stranger.PostAsJsonAsync($"/api/v1/events/{page.StreamId}/topics", new { add = Jobs });

        Assert.NotEqual(page.StreamId, other.StreamId);
        Assert.False(other.Resumed);
        Assert.Equal(HttpStatusCode.NotFound, refusal.StatusCode);
    }

    [Fact]
    public async Task Topics_are_added_and_removed_while_the_stream_is_open()
    {
        await using var node = await ObservedNode.StartAsync(postgres);
        using var client = node.Client(Workspace, permissions: Rights);
        await using var page = await LiveConnection.OpenAsync(client, "jobs");
        var topic = $"knowledge:{Guid.CreateVersion7()}";

        var answer = await client.PostAsJsonAsync(
            $"/api/v1/events/{page.StreamId}/topics", new { add = new[] { topic }, remove = Jobs });
        Publish(node, "jobs", 1);
        Publish(node, topic, 2);

        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        Assert.Equal(2, (await page.NextAsync()).GetProperty("data").GetProperty("n").GetInt32());
    }

    [Fact]
    public async Task What_a_person_may_not_read_is_not_heard()
    {
        await using var node = await ObservedNode.StartAsync(postgres);
        using var client = node.Client(Workspace, permissions: Permissions.Knowledge.Read);
        var hidden = $"knowledge:{OneHiddenResource.Hidden}";
        var open = $"knowledge:{Guid.CreateVersion7()}";
        await using var page = await LiveConnection.OpenAsync(client, $"jobs,{hidden},{open}");

        Publish(node, "jobs", 1);
        Publish(node, hidden, 2);
        Publish(node, open, 3);

        Assert.Equal(3, (await page.NextAsync()).GetProperty("data").GetProperty("n").GetInt32());
    }

    [Fact]
    public async Task Data_that_is_too_large_is_left_out_and_the_event_still_comes()
    {
        await using var node = await ObservedNode.StartAsync(postgres);
        using var client = node.Client(Workspace, permissions: Rights);
        await using var page = await LiveConnection.OpenAsync(client, "jobs");

        node.Events.Publish(Workspace, "jobs", "job.changed", JsonSerializer.SerializeToElement(new { text = new string('字', 2001) }));

        Assert.Equal(JsonValueKind.Null, (await page.NextAsync()).GetProperty("data").ValueKind);
    }

    [Fact]
    public async Task An_abandoned_stream_is_forgotten_after_a_minute()
    {
        var clock = new FakeClock();
        await using var node = await ObservedNode.StartAsync(postgres, clock);
        var hub = node.Services.GetRequiredService<LiveHub>();
        var stream = hub.Open(Workspace, HeaderCaller.User);
        var reader = stream.Attach(0, (position, _) => new("{}", Id: position));
        clock.Advance(TimeSpan.FromHours(1));
        hub.DropAbandoned();
        Assert.Equal(1, hub.Count);

        stream.Detach(reader, clock.GetUtcNow());
        clock.Advance(TimeSpan.FromSeconds(59));
        hub.DropAbandoned();
        Assert.Equal(1, hub.Count);
        clock.Advance(TimeSpan.FromSeconds(1));
        hub.DropAbandoned();
        Assert.Equal(0, hub.Count);
    }

    [Fact]
    public async Task Streams_do_not_hold_up_a_shutdown()
    {
        var node = await ObservedNode.StartAsync(postgres);
        using var client = node.Client(Workspace, permissions: Rights);
        await using var page = await LiveConnection.OpenAsync(client, "jobs");

        var stopping = node.DisposeAsync().AsTask();

        Assert.False(await page.EndsAsync());
        await stopping.WaitAsync(TimeSpan.FromSeconds(10));
    }

    private static void Publish(ObservedNode node, string topic, int number)
        => node.Events.Publish(Workspace, topic, "job.changed", Data(number));

    private static JsonElement Data(int number) => JsonSerializer.SerializeToElement(new { n = number });
}
