using System.Collections.Concurrent;
using System.Threading.Channels;

namespace Middeck.Jobs.Tests;

/// <summary>A handler that does what the test says and tells when it was called.</summary>
internal sealed class ScriptedHandler(Func<IJobContext, CancellationToken, Task>? work = null) : IJobHandler
{
    public const string Kind = "test.work";

    public Channel<IJobContext> Started { get; } = Channel.CreateUnbounded<IJobContext>();

    public Channel<(Guid JobId, JobState State, string? Error)> Ended { get; } =
        Channel.CreateUnbounded<(Guid, JobState, string?)>();

    public ConcurrentQueue<Guid> Finished { get; } = [];

    public RecordedErrors Errors { get; } = new();

    public async Task ExecuteAsync(IJobContext job, CancellationToken cancellationToken)
    {
        Started.Writer.TryWrite(job);
        if (work is not null)
        {
            await work(job, cancellationToken);
        }

        Finished.Enqueue(job.JobId);
    }

    public Task OnEndedAsync(IJobContext job, JobState state, string? error, CancellationToken cancellationToken)
    {
        Ended.Writer.TryWrite((job.JobId, state, error));
        return Task.CompletedTask;
    }
}
