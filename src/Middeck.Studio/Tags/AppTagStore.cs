using Middeck.Storage.Sql;

namespace Middeck.Studio.Tags;

/// <summary>The rows of tags and of the apps that have them. Other kinds of tags may lie beside them.</summary>
internal sealed class AppTagStore(Database database)
{
    private const string Kind = "app";

    /// <summary>All tags of the workspace by their names.</summary>
    public Task<List<AppTag>> ListAsync(Guid workspaceId, CancellationToken cancellationToken)
        => database.QueryAsync(
            $"""
            SELECT tag.id, tag.name, (
                SELECT count(*) FROM studio.app_tag JOIN studio.app ON app.id = app_tag.app_id
                WHERE app_tag.tag_id = tag.id AND app.deleted_at IS NULL) AS bindings
            FROM studio.tag WHERE tag.workspace_id = {workspaceId} AND tag.kind = {Kind} ORDER BY lower(tag.name), tag.id
            """,
            static row => new AppTag(row.At<Guid>(0), row.At<string>(1), row.At<long>(2)),
            cancellationToken);

    /// <summary>Adds a tag. False when the workspace has one of that name.</summary>
    public async Task<bool> InsertAsync(
        Guid workspaceId, AppTag tag, Guid? createdBy, DateTimeOffset now, CancellationToken cancellationToken)
        => await database.ExecuteAsync(
            $"""
            INSERT INTO studio.tag (id, workspace_id, kind, name, created_by, created_at)
            VALUES ({tag.Id}, {workspaceId}, {Kind}, {tag.Name}, {createdBy}::uuid, {now})
            ON CONFLICT (workspace_id, kind, name) DO NOTHING
            """,
            cancellationToken) == 1;

    /// <summary>Renames a tag. False when the workspace has another of that name.</summary>
    public async Task<bool> RenameAsync(Guid workspaceId, Guid id, string name, CancellationToken cancellationToken)
        => await database.ExecuteAsync(
            $"""
            UPDATE studio.tag SET name = {name}
            WHERE id = {id} AND workspace_id = {workspaceId}
              AND NOT EXISTS (SELECT FROM studio.tag AS other
                              WHERE other.workspace_id = {workspaceId} AND other.kind = {Kind} AND other.name = {name}
                                AND other.id <> {id})
            """,
            cancellationToken) == 1;

    public Task DeleteAsync(Guid workspaceId, Guid id, CancellationToken cancellationToken)
        => database.ExecuteAsync(
            $"DELETE FROM studio.tag WHERE id = {id} AND workspace_id = {workspaceId}", cancellationToken);

    public Task BindAsync(Guid workspaceId, Guid[] tagIds, Guid[] appIds, CancellationToken cancellationToken)
        => database.ExecuteAsync(
            $"""
            INSERT INTO studio.app_tag (tag_id, app_id)
            SELECT tag.id, app.id FROM studio.tag CROSS JOIN studio.app
            WHERE tag.id = ANY({tagIds}) AND tag.workspace_id = {workspaceId}
              AND app.id = ANY({appIds}) AND app.workspace_id = {workspaceId}
            ON CONFLICT DO NOTHING
            """,
            cancellationToken);

    public Task UnbindAsync(Guid[] tagIds, Guid[] appIds, CancellationToken cancellationToken)
        => database.ExecuteAsync(
            $"DELETE FROM studio.app_tag WHERE tag_id = ANY({tagIds}) AND app_id = ANY({appIds})", cancellationToken);
}
