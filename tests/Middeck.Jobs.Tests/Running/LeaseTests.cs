using Microsoft.Extensions.DependencyInjection;
using Middeck.Jobs.Running;
using Middeck.Testing;

namespace Middeck.Jobs.Tests.Running;

public sealed class LeaseTests(PostgresFixture postgres) : JobsTest(postgres)
{
    [Theory]
    [InlineData(29, JobState.Running)]
    [InlineData(31, JobState.Waiting)]
    public async Task A_job_goes_back_only_after_its_nodes_lease_ended(int secondsLater, JobState expected)
    {
        var clock = new FakeClock();
        var never = new TaskCompletionSource();
        await using var dead = await JobNode.CreateAsync(Postgres, new ScriptedHandler((_, _) => never.Task), clock);
        await using var alive = await JobNode.CreateAsync(Postgres, new ScriptedHandler(), clock);
        var id = await dead.Queue.EnqueueAsync(Request(), CancellationToken.None);
        Assert.True(await dead.TakeOneAsync());

        clock.Advance(TimeSpan.FromSeconds(secondsLater));
        await SweepAsync(alive);

        Assert.Equal(expected, (await alive.Queue.FindAsync(Workspace, id, CancellationToken.None))!.State);
        never.SetResult();
    }

    [Fact]
    public async Task Another_node_goes_on_and_the_late_one_cannot_touch_the_row()
    {
        var clock = new FakeClock();
        var release = new TaskCompletionSource();
        await using var late = await JobNode.CreateAsync(Postgres, new ScriptedHandler((_, _) => release.Task), clock);
        var handler = new ScriptedHandler((_, token) => Task.Delay(Timeout.Infinite, token));
        await using var next = await JobNode.CreateAsync(Postgres, handler, clock);
        var id = await late.Queue.EnqueueAsync(Request(), CancellationToken.None);
        Assert.True(await late.TakeOneAsync());
        clock.Advance(TimeSpan.FromSeconds(31));
        await SweepAsync(next);
        Assert.True(await next.TakeOneAsync());
        Assert.Equal(2, (await NextAsync(handler.Started)).Attempt);

        release.SetResult();
        await late.IdleAsync();

        var job = (await next.Queue.FindAsync(Workspace, id, CancellationToken.None))!;
        Assert.Equal((JobState.Running, 2), (job.State, job.Attempt));
        await next.Services.GetRequiredService<RunningJobs>().ShutDownAsync();
    }

    [Fact]
    public async Task A_lease_that_is_renewed_holds()
    {
        var clock = new FakeClock();
        var release = new TaskCompletionSource();
        await using var node = await JobNode.CreateAsync(Postgres, new ScriptedHandler((_, _) => release.Task), clock);
        var id = await node.Queue.EnqueueAsync(Request(), CancellationToken.None);
        Assert.True(await node.TakeOneAsync());
        var keeper = node.Services.GetRequiredService<LeaseKeeper>();

        for (var i = 0; i < 6; i++)
        {
            clock.Advance(TimeSpan.FromSeconds(10));
            await keeper.LookAsync(CancellationToken.None);
        }

        Assert.Equal(0, await SweepAsync(node));
        release.SetResult();
        await node.IdleAsync();
        Assert.Equal(JobState.Succeeded, (await node.Queue.FindAsync(Workspace, id, CancellationToken.None))!.State);
    }

    [Fact]
    public async Task A_job_that_takes_its_node_down_each_time_is_given_up()
    {
        var clock = new FakeClock();
        var never = new TaskCompletionSource();
        var handler = new ScriptedHandler((_, _) => never.Task);
        Guid id = default;
        for (var attempt = 1; attempt <= 3; attempt++)
        {
            await using var node = await JobNode.CreateAsync(Postgres, handler, clock);
            id = attempt == 1 ? await node.Queue.EnqueueAsync(Request(), CancellationToken.None) : id;
            await SweepAsync(node);
            Assert.True(await node.TakeOneAsync());
            clock.Advance(TimeSpan.FromSeconds(31));
        }

        await using var last = await JobNode.CreateAsync(Postgres, handler, clock);
        await SweepAsync(last);
        Assert.True(await last.TakeOneAsync());
        await last.IdleAsync();

        var job = (await last.Queue.FindAsync(Workspace, id, CancellationToken.None))!;
        Assert.Equal((JobState.Failed, "The node that worked on it stopped 3 times before it was done."), (job.State, job.Error));
        never.SetResult();
    }

    [Fact]
    public async Task A_shutdown_puts_running_jobs_back_without_costing_an_attempt()
    {
        var handler = new ScriptedHandler((_, token) => Task.Delay(Timeout.Infinite, token));
        await using var node = await JobNode.StartAsync(Postgres, handler);
        var id = await node.Queue.EnqueueAsync(Request(), CancellationToken.None);
        await NextAsync(handler.Started);

        await node.StopAsync();

        var job = (await node.Queue.FindAsync(Workspace, id, CancellationToken.None))!;
        Assert.Equal((JobState.Waiting, 0), (job.State, job.Attempt));
        var next = new ScriptedHandler();
        await using var restarted = await JobNode.StartAsync(Postgres, next);
        await ReachesAsync(restarted, id, JobState.Succeeded);
    }

    [Fact]
    public async Task A_room_that_could_not_be_told_of_the_end_is_told_by_the_sweep()
    {
        var clock = new FakeClock();
        var handler = new ScriptedHandler();
        await using var node = await JobNode.CreateAsync(Postgres, handler, clock);
        var id = await node.Queue.EnqueueAsync(Request(), CancellationToken.None);
        await using var crash = Postgres.Source.CreateCommand(
            "UPDATE jobs.job SET state = 'failed', error = 'x', settled = false, finished_at = $1");
        crash.Parameters.Add(new() { Value = clock.GetUtcNow() });
        await crash.ExecuteNonQueryAsync();

        await SweepAsync(node);
        Assert.False(handler.Ended.Reader.TryRead(out _));
        clock.Advance(TimeSpan.FromSeconds(31));
        await SweepAsync(node);
        await SweepAsync(node);

        Assert.Equal((id, JobState.Failed, "x"), await NextAsync(handler.Ended));
        Assert.False(handler.Ended.Reader.TryRead(out _));
    }

    private static Task<int> SweepAsync(JobNode node)
        => node.Services.GetRequiredService<LeaseSweeper>().SweepAsync(CancellationToken.None);
}
