using Middeck.Core.Errors;
using Middeck.Identity.Changes;
using Middeck.Jobs;

namespace Middeck.Identity.Workspaces;

/// <summary>Closes a workspace at once and has it erased by a job.</summary>
internal sealed class WorkspaceDeletion(
    WorkspaceStore store, IJobQueue jobs, IdentityChanges changes, TimeProvider clock)
{
    public const string JobKind = "identity.erase_workspace";

    private static readonly TimeSpan Overdue = TimeSpan.FromHours(1);

    /// <returns>The erasing job's id.</returns>
    public async Task<Guid> StartAsync(Guid id, string name, Guid? userId, CancellationToken cancellationToken)
    {
        if (!await store.CloseAsync(id, clock.GetUtcNow(), cancellationToken))
        {
            throw new FaultException(WorkspaceFaults.NotFound);
        }

        await changes.WorkspaceAsync(id, cancellationToken);
        return await jobs.EnqueueAsync(new JobRequest(JobKind, id, id, name, RequestedBy: userId), cancellationToken);
    }

    /// <summary>Takes up closed workspaces whose job was lost in a crash or gave up. A second job for the same one does no harm.</summary>
    public async Task SweepAsync(CancellationToken cancellationToken)
    {
        foreach (var (id, name) in await store.ListClosedAsync(clock.GetUtcNow() - Overdue, cancellationToken))
        {
            await jobs.EnqueueAsync(new JobRequest(JobKind, id, id, name), cancellationToken);
        }
    }
}
