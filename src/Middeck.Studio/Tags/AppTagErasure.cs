using Middeck.Core.Workspaces;
using Middeck.Storage.Sql;

namespace Middeck.Studio.Tags;

/// <summary>Removes a workspace's tags.</summary>
internal sealed class AppTagErasure(Database database) : IWorkspaceErasure
{
    public Task EraseAsync(Guid workspaceId, CancellationToken cancellationToken)
        => database.ExecuteAsync($"DELETE FROM studio.tag WHERE workspace_id = {workspaceId}", cancellationToken);
}
