using Middeck.Core.Workspaces;
using Middeck.Storage.Sql;

namespace Middeck.Studio;

/// <summary>Removes a workspace's tags and apps; their versions, end users, conversations, messages and feedback go with them.</summary>
internal sealed class StudioErasure(Database database) : IWorkspaceErasure
{
    public async Task EraseAsync(Guid workspaceId, CancellationToken cancellationToken)
    {
        await database.ExecuteAsync($"DELETE FROM studio.app WHERE workspace_id = {workspaceId}", cancellationToken);
        await database.ExecuteAsync($"DELETE FROM studio.tag WHERE workspace_id = {workspaceId}", cancellationToken);
    }
}
