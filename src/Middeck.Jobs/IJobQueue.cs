namespace Middeck.Jobs;

/// <summary>Durable background work. The row is the truth; Quartz only wakes it up.</summary>
public interface IJobQueue
{
    /// <summary>Puts a job into the queue and returns when its row is in the database.</summary>
    /// <returns>The job's id.</returns>
    Task<Guid> EnqueueAsync(JobRequest request, CancellationToken cancellationToken);

    /// <summary>A job of the workspace; null when there is none.</summary>
    Task<Job?> FindAsync(Guid workspaceId, Guid jobId, CancellationToken cancellationToken);

    /// <summary>Asks a waiting or running job to stop, on whichever node it runs.</summary>
    Task<CancelOutcome> CancelAsync(Guid workspaceId, Guid jobId, CancellationToken cancellationToken);

    /// <summary>Runs a failed or cancelled job again from the start.</summary>
    Task<RetryOutcome> RetryAsync(Guid workspaceId, Guid jobId, CancellationToken cancellationToken);
}
