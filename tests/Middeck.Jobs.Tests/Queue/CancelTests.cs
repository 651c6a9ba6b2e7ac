using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Middeck.Core.Workspaces;
using Middeck.Testing;

namespace Middeck.Jobs.Tests.Queue;

public sealed class CancelTests(PostgresFixture postgres) : JobsTest(postgres)
{
    [Fact]
    public async Task A_job_that_runs_on_another_node_stops_within_a_second()
    {
        var handler = Endless();
        await using var worker = await JobNode.StartAsync(Postgres, handler);
        await using var web = await JobNode.CreateAsync(Postgres, new ScriptedHandler(), work: false);
        await web.StartAsync();
        var id = await web.Queue.EnqueueAsync(Request(), CancellationToken.None);
        await NextAsync(handler.Started);

        var watch = Stopwatch.StartNew();
        Assert.IsType<CancelOutcome.Cancelled>(await web.Queue.CancelAsync(Workspace, id, CancellationToken.None));

        Assert.Equal((id, JobState.Cancelled, (string?)null), await NextAsync(handler.Ended));
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(2), $"It took {watch.ElapsedMilliseconds} ms.");
        await ReachesAsync(web, id, JobState.Cancelled);
        Assert.Empty(handler.Errors.Reports);
    }

    [Fact]
    public async Task A_waiting_job_ends_at_once_and_its_room_hears_of_it()
    {
        var handler = new ScriptedHandler();
        await using var node = await JobNode.CreateAsync(Postgres, handler);
        var id = await node.Queue.EnqueueAsync(Request(), CancellationToken.None);

        var outcome = await node.Queue.CancelAsync(Workspace, id, CancellationToken.None);

        Assert.Equal(JobState.Cancelled, Assert.IsType<CancelOutcome.Cancelled>(outcome).Job.State);
        Assert.Equal((id, JobState.Cancelled, (string?)null), await NextAsync(handler.Ended));
        Assert.False(await node.TakeOneAsync());
    }

    [Fact]
    public async Task A_finished_job_and_one_of_another_workspace_cannot_be_cancelled()
    {
        var handler = new ScriptedHandler();
        await using var node = await JobNode.CreateAsync(Postgres, handler);
        var id = await node.Queue.EnqueueAsync(Request(), CancellationToken.None);

        Assert.IsType<CancelOutcome.NotFound>(await node.Queue.CancelAsync(Guid.CreateVersion7(), id, CancellationToken.None));
        await node.TakeOneAsync();
        await node.IdleAsync();
        var late = await node.Queue.CancelAsync(Workspace, id, CancellationToken.None);

        Assert.Equal(JobState.Succeeded, Assert.IsType<CancelOutcome.AlreadyFinished>(late).State);
    }

    [Fact]
    public async Task A_cancelled_job_can_be_run_again_and_a_finished_one_cannot()
    {
        var handler = new ScriptedHandler();
        await using var node = await JobNode.CreateAsync(Postgres, handler);
        var id = await node.Queue.EnqueueAsync(Request(), CancellationToken.None);
        await node.Queue.CancelAsync(Workspace, id, CancellationToken.None);

        Assert.IsType<RetryOutcome.Queued>(await node.Queue.RetryAsync(Workspace, id, CancellationToken.None));
        Assert.True(await node.TakeOneAsync());
        await node.IdleAsync();

        Assert.Equal([id], handler.Finished);
        var again = await node.Queue.RetryAsync(Workspace, id, CancellationToken.None);
        Assert.Equal(JobState.Succeeded, Assert.IsType<RetryOutcome.NotFailed>(again).State);
    }

    [Fact]
    public async Task The_erasure_of_a_workspace_stops_and_removes_its_jobs_but_not_itself()
    {
        JobNode? node = null;
        var erase = Guid.CreateVersion7();
        var handler = new ScriptedHandler((job, token) => job.Subject == erase
            ? node!.Services.GetRequiredService<IWorkspaceErasure>().EraseAsync(job.WorkspaceId, token)
            : Task.Delay(Timeout.Infinite, token));
        await using (node = await JobNode.StartAsync(Postgres, handler))
        {
            var endless = Guid.CreateVersion7();
            var running = await node.Queue.EnqueueAsync(Request(endless), CancellationToken.None);
            await NextAsync(handler.Started);
            var waiting = await node.Queue.EnqueueAsync(Request(endless), CancellationToken.None);
            var erasing = await node.Queue.EnqueueAsync(Request(erase), CancellationToken.None);

            Assert.Equal(running, (await NextAsync(handler.Ended)).JobId);
            await ReachesAsync(node, erasing, JobState.Succeeded);
            Assert.Null(await node.Queue.FindAsync(Workspace, waiting, CancellationToken.None));
        }
    }

    [Fact]
    public async Task A_kind_that_nobody_handles_is_refused()
    {
        await using var node = await JobNode.CreateAsync(Postgres, new ScriptedHandler());

        await Assert.ThrowsAsync<ArgumentException>(
            () => node.Queue.EnqueueAsync(Request() with { Kind = "nobody.knows" }, CancellationToken.None));
    }

    private static ScriptedHandler Endless() => new((_, token) => Task.Delay(Timeout.Infinite, token));
}
