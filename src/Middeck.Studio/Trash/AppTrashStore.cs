using Middeck.Storage.Sql;

namespace Middeck.Studio.Trash;

/// <summary>Moves the rows of apps to the trash and back, and finds those that lie in it.</summary>
internal sealed class AppTrashStore(Database database)
{
    /// <summary>False when the app is not there, or in the trash already.</summary>
    public async Task<bool> MoveAsync(
        Guid workspaceId, Guid id, Guid? by, DateTimeOffset now, CancellationToken cancellationToken)
        => await database.ExecuteAsync(
            $"""
            UPDATE studio.app SET deleted_at = {now}, deleted_by = {by}::uuid
            WHERE workspace_id = {workspaceId} AND id = {id} AND deleted_at IS NULL
            """,
            cancellationToken) == 1;

    public Task RestoreAsync(Guid workspaceId, Guid id, CancellationToken cancellationToken)
        => database.ExecuteAsync(
            $"""
            UPDATE studio.app SET deleted_at = NULL, deleted_by = NULL WHERE workspace_id = {workspaceId} AND id = {id}
            """,
            cancellationToken);

    /// <summary>The trash of one workspace.</summary>
    public Task<List<Guid>> ListAsync(Guid workspaceId, CancellationToken cancellationToken)
        => database.QueryAsync(
            $"SELECT id FROM studio.app WHERE workspace_id = {workspaceId} AND deleted_at IS NOT NULL ORDER BY id",
            static row => row.At<Guid>(0),
            cancellationToken);

    /// <summary>What lies there since before a time, of all workspaces.</summary>
    public Task<List<(Guid WorkspaceId, Guid Id)>> ListOldAsync(
        DateTimeOffset before, int batch, CancellationToken cancellationToken)
        => database.QueryAsync(
            $"SELECT workspace_id, id FROM studio.app WHERE deleted_at < {before} ORDER BY deleted_at LIMIT {batch}",
            static row => (row.At<Guid>(0), row.At<Guid>(1)),
            cancellationToken);
}
