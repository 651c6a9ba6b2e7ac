using Middeck.Core.Workspaces;
using Middeck.Storage.Sql;
using Middeck.Studio.Objects;

namespace Middeck.Studio;

/// <summary>
/// Removes a workspace's files, API extensions, tools and apps; their versions, end users, conversations, messages, feedback,
/// annotations and what they remember go with them.
/// </summary>
internal sealed class StudioErasure(Database database, StudioObjects objects) : IWorkspaceErasure
{
    public async Task EraseAsync(Guid workspaceId, CancellationToken cancellationToken)
    {
        await objects.EraseAsync(workspaceId, cancellationToken);
        await database.ExecuteAsync(
            $"""
            WITH files AS (DELETE FROM studio.file WHERE workspace_id = {workspaceId}),
            extensions AS (DELETE FROM studio.api_extension WHERE workspace_id = {workspaceId}),
            providers AS (DELETE FROM studio.tool_provider WHERE workspace_id = {workspaceId}),
            mail AS (DELETE FROM studio.mail_setting WHERE workspace_id = {workspaceId})
            DELETE FROM studio.app WHERE workspace_id = {workspaceId}
            """,
            cancellationToken);
    }
}
