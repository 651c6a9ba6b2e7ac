using Middeck.Core.Workspaces;
using Middeck.Jobs.Running;
using Middeck.Storage.Notifications;

namespace Middeck.Jobs.Queue;

/// <summary>Removes a workspace's jobs. The erasure is itself a job of the workspace and must not end itself.</summary>
internal sealed class JobErasure(JobStore store, INotificationBus bus) : IWorkspaceErasure
{
    public async Task EraseAsync(Guid workspaceId, CancellationToken cancellationToken)
    {
        foreach (var running in await store.EraseAsync(workspaceId, RunningJob.CurrentId, cancellationToken))
        {
            await bus.PublishAsync(JobChannels.Cancel, running.ToString(), cancellationToken);
        }
    }
}
