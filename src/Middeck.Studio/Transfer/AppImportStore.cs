using Middeck.Storage.Sql;

namespace Middeck.Studio.Transfer;

/// <summary>Writes what a file says into the row of an app.</summary>
internal sealed class AppImportStore(Database database)
{
    /// <summary>Makes the file the app's draft, all of it at once.</summary>
    public Task ReplaceAsync(
        Guid workspaceId, Guid appId, AppFile file, Guid? by, DateTimeOffset now, CancellationToken cancellationToken)
        => database.ExecuteAsync(
            $"""
            UPDATE studio.app SET name = {file.Name}, description = {file.Description}, icon = {file.Icon},
                envelope = {SqlText.Jsonb(file.Envelope.GetRawText())},
                draft_config = {SqlText.Jsonb(file.Config.GetRawText())}, draft_revision = draft_revision + 1,
                draft_updated_at = {now}, draft_updated_by = {by}::uuid, updated_at = {now}, updated_by = {by}::uuid
            WHERE workspace_id = {workspaceId} AND id = {appId}
            """,
            cancellationToken);
}
