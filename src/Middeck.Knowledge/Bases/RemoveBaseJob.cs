using Middeck.Jobs;

namespace Middeck.Knowledge.Bases;

/// <summary>Clears a base that was deleted.</summary>
internal sealed class RemoveBaseJob(BaseRemoval removal) : IJobHandler
{
    /// <summary>The job's kind.</summary>
    public const string Kind = "knowledge.remove_base";

    public Task ExecuteAsync(IJobContext job, CancellationToken cancellationToken)
        => removal.RemoveAsync(job.WorkspaceId, job.Subject, cancellationToken);

    // The row still says that the base is deleted, and the sweep asks for another job.
    public Task OnEndedAsync(IJobContext job, JobState state, string? error, CancellationToken cancellationToken)
        => Task.CompletedTask;
}
