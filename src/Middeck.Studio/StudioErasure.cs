using Middeck.Core.Workspaces;
using Middeck.Storage.Sql;

namespace Middeck.Studio;

/// <summary>Removes a workspace's apps; their versions, end users, conversations, messages and feedback go with them.</summary>
internal sealed class StudioErasure(Database database) : IWorkspaceErasure
{
    public Task EraseAsync(Guid workspaceId, CancellationToken cancellationToken)
        => database.ExecuteAsync(
            $"DELETE FROM studio.app WHERE workspace_id = {workspaceId}", cancellationToken);
}
