using Middeck.Jobs;

namespace Middeck.Knowledge.Tests.Fakes;

/// <summary>Keeps what was asked for; the tests run the handlers themselves, step by step.</summary>
internal sealed class RecordingJobQueue : IJobQueue
{
    public List<(Guid Id, JobRequest Request)> Jobs { get; } = [];

    public List<Guid> Cancelled { get; } = [];

    public Task<Guid> EnqueueAsync(JobRequest request, CancellationToken cancellationToken)
    {
        var id = request.Id ?? Guid.CreateVersion7();
        Jobs.Add((id, request));
        return Task.FromResult(id);
    }

    /// <summary>How jobs stand; one that is not in it is gone.</summary>
    public Dictionary<Guid, JobState> States { get; } = [];

    public Task<Job?> FindAsync(Guid workspaceId, Guid jobId, CancellationToken cancellationToken)
        => Task.FromResult(States.TryGetValue(jobId, out var state)
            ? new Job(jobId, workspaceId, "", default, "", state, 0, null, 1, 3, "It broke.", null, default, null, null)
            : null);

    public Task<CancelOutcome> CancelAsync(Guid workspaceId, Guid jobId, CancellationToken cancellationToken)
    {
        Cancelled.Add(jobId);
        return Task.FromResult<CancelOutcome>(new CancelOutcome.NotFound());
    }

    public Task<RetryOutcome> RetryAsync(Guid workspaceId, Guid jobId, CancellationToken cancellationToken)
        => Task.FromResult<RetryOutcome>(new RetryOutcome.NotFound());
}
