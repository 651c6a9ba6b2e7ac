using Microsoft.Extensions.DependencyInjection;
using Middeck.Jobs.Queue;
using Middeck.Testing;

namespace Middeck.Jobs.Tests.Queue;

public sealed class JobListTests(PostgresFixture postgres) : JobsTest(postgres)
{
    [Fact]
    public async Task The_list_is_newest_first_filtered_and_paged()
    {
        var clock = new FakeClock();
        await using var node = await JobNode.CreateAsync(Postgres, new ScriptedHandler(), clock);
        var ids = new List<Guid>();
        for (var i = 0; i < 3; i++)
        {
            ids.Add(await node.Queue.EnqueueAsync(Request(), CancellationToken.None));
            clock.Advance(TimeSpan.FromMilliseconds(1));
        }

        await node.Queue.EnqueueAsync(Request(workspace: Guid.CreateVersion7()), CancellationToken.None);
        await node.Queue.CancelAsync(Workspace, ids[0], CancellationToken.None);
        var store = node.Services.GetRequiredService<JobStore>();

        var first = await store.ListAsync(Workspace, JobState.Waiting, ScriptedHandler.Kind, new(1, null), CancellationToken.None);
        var second = await store.ListAsync(
            Workspace, JobState.Waiting, null, new(1, Guid.Parse(first.NextCursor!)), CancellationToken.None);

        Assert.Equal(ids[2], Assert.Single(first.Data).Id);
        Assert.Equal(ids[1], Assert.Single(second.Data).Id);
        Assert.False(second.HasMore);
    }
}
