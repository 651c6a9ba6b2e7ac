using Middeck.Core.Workspaces;
using Middeck.Storage.Sql;

namespace Middeck.Studio;

/// <summary>
/// Removes a workspace's API extensions and its apps; their versions, end users, conversations, messages, feedback, annotations
/// and what they remember go with them.
/// </summary>
internal sealed class StudioErasure(Database database) : IWorkspaceErasure
{
    public Task EraseAsync(Guid workspaceId, CancellationToken cancellationToken)
        => database.ExecuteAsync(
            $"""
            WITH extensions AS (DELETE FROM studio.api_extension WHERE workspace_id = {workspaceId})
            DELETE FROM studio.app WHERE workspace_id = {workspaceId}
            """,
            cancellationToken);
}
