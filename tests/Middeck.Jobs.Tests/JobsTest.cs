using System.Threading.Channels;
using Middeck.Testing;

namespace Middeck.Jobs.Tests;

/// <summary>What tests of the queue share: an empty queue before each, and ways to wait for what happens.</summary>
public abstract class JobsTest(PostgresFixture postgres) : IClassFixture<PostgresFixture>, IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    protected PostgresFixture Postgres { get; } = postgres;

    protected static Guid Workspace { get; } = Guid.Parse("01900000-0000-7000-8000-000000000001");

    public async Task InitializeAsync()
    {
        await using var command = Postgres.Source.CreateCommand("DROP SCHEMA IF EXISTS jobs CASCADE; DROP SCHEMA IF EXISTS storage CASCADE");
        await command.ExecuteNonQueryAsync();
    }

    public Task DisposeAsync() => Task.CompletedTask;

    protected static JobRequest Request(Guid? subject = null, Guid? workspace = null)
        => new(ScriptedHandler.Kind, workspace ?? Workspace, subject ?? Guid.CreateVersion7(), "report.pdf", """{"a":1}""");

    protected static async Task<T> NextAsync<T>(Channel<T> channel)
    {
        using var timeout = new CancellationTokenSource(Patience);
        return await channel.Reader.ReadAsync(timeout.Token);
    }

    private protected static async Task<Job> ReachesAsync(JobNode node, Guid id, JobState state)
    {
        using var timeout = new CancellationTokenSource(Patience);
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(10));
        Job? job = null;
        try
        {
            while ((job = await node.Queue.FindAsync(Workspace, id, timeout.Token))?.State != state)
            {
                await timer.WaitForNextTickAsync(timeout.Token);
            }
        }
        catch (OperationCanceledException)
        {
            Assert.Fail($"The job is {job?.State} and not {state}: {job?.Error}");
        }

        return job;
    }
}
