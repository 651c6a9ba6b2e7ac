using Middeck.Jobs;

namespace Middeck.Knowledge.Bases;

/// <summary>Gives deleted bases the job that clears them.</summary>
internal sealed class BaseRemovalQueue(IJobQueue jobs)
{
    public Task EnqueueAsync(
        Guid workspaceId, Guid baseId, string name, Guid? userId, CancellationToken cancellationToken)
        => jobs.EnqueueAsync(
            new JobRequest(RemoveBaseJob.Kind, workspaceId, baseId, name, RequestedBy: userId), cancellationToken);
}
