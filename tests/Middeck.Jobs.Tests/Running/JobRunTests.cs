using System.Diagnostics;
using Middeck.Core.Errors;
using Middeck.Testing;

namespace Middeck.Jobs.Tests.Running;

public sealed class JobRunTests(PostgresFixture postgres) : JobsTest(postgres)
{
    [Fact]
    public async Task A_job_is_taken_up_at_once_and_succeeds()
    {
        var handler = new ScriptedHandler();
        await using var node = await JobNode.StartAsync(Postgres, handler);
        await node.Queue.EnqueueAsync(Request(), CancellationToken.None);
        await NextAsync(handler.Started);

        var watch = Stopwatch.StartNew();
        var id = await node.Queue.EnqueueAsync(Request(), CancellationToken.None);
        var context = await NextAsync(handler.Started);

        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(1), $"Picked up after {watch.ElapsedMilliseconds} ms.");
        Assert.Equal("""{"a": 1}""", context.PayloadJson);
        var job = await ReachesAsync(node, id, JobState.Succeeded);
        Assert.Equal(1, job.Progress);
        Assert.Equal(1, job.Attempt);
        Assert.Equal(32, job.TraceId!.Length);
        Assert.NotNull(job.FinishedAt);
    }

    [Fact]
    public async Task A_node_that_only_serves_the_web_leaves_the_work_to_others()
    {
        var here = new ScriptedHandler();
        var there = new ScriptedHandler();
        await using var web = await JobNode.CreateAsync(Postgres, here, work: false);
        await using var worker = await JobNode.StartAsync(Postgres, there);
        await web.StartAsync();

        var id = await web.Queue.EnqueueAsync(Request(), CancellationToken.None);

        await ReachesAsync(web, id, JobState.Succeeded);
        Assert.Empty(here.Finished);
        Assert.Equal([id], there.Finished);
    }

    [Fact]
    public async Task A_refusal_fails_the_job_at_once_and_its_room_and_the_error_log_hear_of_it()
    {
        var handler = new ScriptedHandler((_, _) => throw new FaultException(Fault.Invalid("test.empty", "The file is empty.")));
        await using var node = await JobNode.StartAsync(Postgres, handler);

        var id = await node.Queue.EnqueueAsync(Request(), CancellationToken.None);

        Assert.Equal((id, JobState.Failed, "The file is empty."), await NextAsync(handler.Ended));
        var job = await ReachesAsync(node, id, JobState.Failed);
        Assert.Equal(1, job.Attempt);
        var report = Assert.Single(handler.Errors.Reports);
        Assert.Equal(job.TraceId, report.TraceId);
        Assert.Equal(ScriptedHandler.Kind, report.Operation);
    }

    [Fact]
    public async Task An_unexpected_failure_is_tried_three_times_with_growing_pauses()
    {
        var clock = new FakeClock();
        var handler = new ScriptedHandler((_, _) => throw new IOException("The disk hiccuped."));
        await using var node = await JobNode.CreateAsync(Postgres, handler, clock);
        var id = await node.Queue.EnqueueAsync(Request(), CancellationToken.None);

        Assert.True(await node.TakeOneAsync());
        await node.IdleAsync();
        Assert.False(await node.TakeOneAsync());
        clock.Advance(TimeSpan.FromSeconds(5));
        Assert.True(await node.TakeOneAsync());
        await node.IdleAsync();
        Assert.Empty(handler.Errors.Reports);
        clock.Advance(TimeSpan.FromSeconds(24));
        Assert.False(await node.TakeOneAsync());
        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.True(await node.TakeOneAsync());
        await node.IdleAsync();

        var job = (await node.Queue.FindAsync(Workspace, id, CancellationToken.None))!;
        Assert.Equal((JobState.Failed, 3, "The disk hiccuped."), (job.State, job.Attempt, job.Error));
        Assert.Single(handler.Errors.Reports);
        Assert.Equal(JobState.Failed, (await NextAsync(handler.Ended)).State);
    }

    [Fact]
    public async Task Two_jobs_of_one_subject_follow_each_other()
    {
        var release = new TaskCompletionSource();
        var handler = new ScriptedHandler((_, _) => release.Task);
        var clock = new FakeClock();
        await using var node = await JobNode.CreateAsync(Postgres, handler, clock);
        var subject = Guid.CreateVersion7();
        var first = await node.Queue.EnqueueAsync(Request(subject), CancellationToken.None);
        clock.Advance(TimeSpan.FromMilliseconds(1));
        var second = await node.Queue.EnqueueAsync(Request(subject), CancellationToken.None);

        Assert.True(await node.TakeOneAsync());
        Assert.Equal(first, (await NextAsync(handler.Started)).JobId);
        Assert.False(await node.TakeOneAsync());
        release.SetResult();
        await node.IdleAsync();
        Assert.True(await node.TakeOneAsync());

        Assert.Equal(second, (await NextAsync(handler.Started)).JobId);
    }

    [Fact]
    public async Task Workspaces_take_turns()
    {
        var handler = new ScriptedHandler();
        await using var node = await JobNode.CreateAsync(Postgres, handler);
        var greedy = Guid.Parse("01900000-0000-7000-8000-00000000000a");
        var modest = Guid.Parse("01900000-0000-7000-8000-00000000000b");
        for (var i = 0; i < 4; i++)
        {
            await node.Queue.EnqueueAsync(Request(workspace: greedy), CancellationToken.None);
        }

        await node.Queue.EnqueueAsync(Request(workspace: modest), CancellationToken.None);
        var order = new List<Guid>();
        while (await node.TakeOneAsync())
        {
            order.Add((await NextAsync(handler.Started)).WorkspaceId);
            await node.IdleAsync();
        }

        Assert.Equal([greedy, modest, greedy, greedy, greedy], order);
    }

    [Fact]
    public async Task A_node_runs_no_more_of_a_kind_at_once_than_it_is_allowed()
    {
        var release = new TaskCompletionSource();
        await using var node = await JobNode.CreateAsync(Postgres, new ScriptedHandler((_, _) => release.Task));
        for (var i = 0; i < 3; i++)
        {
            await node.Queue.EnqueueAsync(Request(), CancellationToken.None);
        }

        Assert.True(await node.TakeOneAsync());
        Assert.True(await node.TakeOneAsync());
        Assert.False(await node.TakeOneAsync());
        release.SetResult();
        await node.IdleAsync();
        Assert.True(await node.TakeOneAsync());
    }

    [Fact]
    public async Task Progress_is_seen_while_the_job_runs()
    {
        var release = new TaskCompletionSource();
        var handler = new ScriptedHandler(async (job, _) =>
        {
            job.Report(0.5, "indexing 2/4");
            await release.Task;
        });
        await using var node = await JobNode.StartAsync(Postgres, handler);
        var id = await node.Queue.EnqueueAsync(Request(), CancellationToken.None);
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(10));
        Job? job;
        do
        {
            await timer.WaitForNextTickAsync();
            job = await node.Queue.FindAsync(Workspace, id, CancellationToken.None);
        }
        while (job!.Progress == 0);

        Assert.Equal((JobState.Running, 0.5, "indexing 2/4"), (job.State, job.Progress, job.Fact));
        release.SetResult();
        await ReachesAsync(node, id, JobState.Succeeded);
    }
}
