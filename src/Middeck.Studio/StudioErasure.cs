using Middeck.Core.Workspaces;
using Middeck.Storage.Sql;
using Middeck.Studio.Objects;

namespace Middeck.Studio;

/// <summary>
/// Removes a workspace's files and apps; their versions, end users, conversations, messages and feedback go with them.
/// </summary>
internal sealed class StudioErasure(Database database, StudioObjects objects) : IWorkspaceErasure
{
    public async Task EraseAsync(Guid workspaceId, CancellationToken cancellationToken)
    {
        await objects.EraseAsync(workspaceId, cancellationToken);
        await database.ExecuteAsync(
            $"""
            WITH files AS (DELETE FROM studio.file WHERE workspace_id = {workspaceId})
            DELETE FROM studio.app WHERE workspace_id = {workspaceId}
            """,
            cancellationToken);
    }
}
