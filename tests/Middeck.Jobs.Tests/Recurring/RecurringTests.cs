using System.Threading.Channels;
using Microsoft.Extensions.DependencyInjection;
using Middeck.Jobs.Retention;
using Middeck.Testing;

namespace Middeck.Jobs.Tests.Recurring;

public sealed class RecurringTests(PostgresFixture postgres) : JobsTest(postgres)
{
    [Fact]
    public async Task A_recurring_task_is_done_again_and_again_on_one_node_at_a_time()
    {
        var done = Channel.CreateUnbounded<string>();
        await using var first = await JobNode.StartAsync(Postgres, new ScriptedHandler(), services => Tick(services, done, "first"));
        await using var second = await JobNode.StartAsync(Postgres, new ScriptedHandler(), services => Tick(services, done, "second"));

        for (var i = 0; i < 3; i++)
        {
            await NextAsync(done);
        }

        await using var count = Postgres.Source.CreateCommand("SELECT count(*) FROM jobs.qrtz_triggers WHERE trigger_name = 'test.tick'");
        Assert.Equal(1L, await count.ExecuteScalarAsync());
    }

    [Fact]
    public async Task A_schedule_that_did_not_change_survives_a_restart_as_it_was()
    {
        await using (await JobNode.StartAsync(Postgres, new ScriptedHandler()))
        {
        }

        var before = await StartTimeAsync();
        await using var restarted = await JobNode.StartAsync(Postgres, new ScriptedHandler());

        Assert.Equal(before, await StartTimeAsync());
    }

    [Fact]
    public async Task Retention_works_in_batches_and_one_failing_table_does_not_stop_the_next()
    {
        var batches = new Queue<int>([RetentionRun.Batch, RetentionRun.Batch, 7]);
        await using var node = await JobNode.CreateAsync(Postgres, new ScriptedHandler(), configure: services => services
            .AddRetention("test.broken", (_, _, _) => throw new IOException("broken"))
            .AddRetention("test.big", (_, _, _) => Task.FromResult(batches.Dequeue())));

        await node.Services.GetRequiredService<RetentionRun>().RunAsync(CancellationToken.None);

        Assert.Empty(batches);
    }

    [Fact]
    public async Task Jobs_that_ended_long_ago_are_removed_and_others_stay()
    {
        var clock = new FakeClock();
        await using var node = await JobNode.CreateAsync(Postgres, new ScriptedHandler(), clock);
        var old = await node.Queue.EnqueueAsync(Request(), CancellationToken.None);
        await node.TakeOneAsync();
        await node.IdleAsync();
        var waiting = await node.Queue.EnqueueAsync(Request(), CancellationToken.None);
        clock.Advance(TimeSpan.FromDays(31));

        await node.Services.GetRequiredService<RetentionRun>().RunAsync(CancellationToken.None);

        Assert.Null(await node.Queue.FindAsync(Workspace, old, CancellationToken.None));
        Assert.NotNull(await node.Queue.FindAsync(Workspace, waiting, CancellationToken.None));
    }

    private static void Tick(IServiceCollection services, Channel<string> done, string node)
        => services.AddRecurring("test.tick", TimeSpan.FromSeconds(1), (_, _) =>
        {
            done.Writer.TryWrite(node);
            return Task.CompletedTask;
        });

    private async Task<object?> StartTimeAsync()
    {
        await using var command = Postgres.Source.CreateCommand(
            "SELECT start_time FROM jobs.qrtz_triggers WHERE trigger_name = 'jobs.retention'");
        return await command.ExecuteScalarAsync();
    }
}
