using Middeck.Storage.Sql;

namespace Middeck.Knowledge.Tags;

/// <summary>The rows of tags and of what has them.</summary>
internal sealed class TagStore(Database database)
{
    /// <summary>All tags of the workspace by their names.</summary>
    public Task<List<KnowledgeTag>> ListAsync(Guid workspaceId, CancellationToken cancellationToken)
        => database.QueryAsync(
            $"""
            SELECT tag.id, tag.name, (
                SELECT count(*) FROM knowledge.base_tag JOIN knowledge.base ON base.id = base_tag.base_id
                WHERE base_tag.tag_id = tag.id AND base.deleted_at IS NULL) AS bindings
            FROM knowledge.tag WHERE tag.workspace_id = {workspaceId} ORDER BY lower(tag.name), tag.id
            """,
            static row => new KnowledgeTag(row.At<Guid>(0), row.At<string>(1), row.At<long>(2)),
            cancellationToken);

    /// <summary>Adds a tag. False when the workspace has one of that name.</summary>
    public async Task<bool> InsertAsync(
        Guid workspaceId, Guid id, string name, Guid? createdBy, DateTimeOffset now, CancellationToken cancellationToken)
        => await database.ExecuteAsync(
            $"""
            INSERT INTO knowledge.tag (id, workspace_id, name, created_by, created_at)
            VALUES ({id}, {workspaceId}, {name}, {createdBy}::uuid, {now})
            ON CONFLICT (workspace_id, name) DO NOTHING
            """,
            cancellationToken) == 1;

    /// <summary>Renames a tag. False when the workspace has another of that name.</summary>
    public async Task<bool> RenameAsync(Guid workspaceId, Guid id, string name, CancellationToken cancellationToken)
        => await database.ExecuteAsync(
            $"""
            UPDATE knowledge.tag SET name = {name}
            WHERE id = {id} AND workspace_id = {workspaceId}
              AND NOT EXISTS (SELECT FROM knowledge.tag AS other
                              WHERE other.workspace_id = {workspaceId} AND other.name = {name} AND other.id <> {id})
            """,
            cancellationToken) == 1;

    public Task DeleteAsync(Guid workspaceId, Guid id, CancellationToken cancellationToken)
        => database.ExecuteAsync(
            $"DELETE FROM knowledge.tag WHERE id = {id} AND workspace_id = {workspaceId}", cancellationToken);

    public Task BindAsync(Guid workspaceId, Guid[] tagIds, Guid[] baseIds, CancellationToken cancellationToken)
        => database.ExecuteAsync(
            $"""
            INSERT INTO knowledge.base_tag (tag_id, base_id)
            SELECT tag.id, base.id FROM knowledge.tag CROSS JOIN knowledge.base
            WHERE tag.id = ANY({tagIds}) AND tag.workspace_id = {workspaceId}
              AND base.id = ANY({baseIds}) AND base.workspace_id = {workspaceId}
            ON CONFLICT DO NOTHING
            """,
            cancellationToken);

    public Task UnbindAsync(Guid[] tagIds, Guid[] baseIds, CancellationToken cancellationToken)
        => database.ExecuteAsync(
            $"DELETE FROM knowledge.base_tag WHERE tag_id = ANY({tagIds}) AND base_id = ANY({baseIds})", cancellationToken);

    /// <summary>The tags of each base that has any.</summary>
    public async Task<ILookup<Guid, TagName>> OfAsync(IReadOnlyCollection<Guid> baseIds, CancellationToken cancellationToken)
    {
        var rows = await database.QueryAsync(
            $"""
            SELECT base_tag.base_id, tag.id, tag.name FROM knowledge.base_tag JOIN knowledge.tag ON tag.id = base_tag.tag_id
            WHERE base_tag.base_id = ANY({baseIds.ToArray()}) ORDER BY lower(tag.name), tag.id
            """,
            static row => (Base: row.At<Guid>(0), Tag: new TagName(row.At<Guid>(1), row.At<string>(2))),
            cancellationToken);
        return rows.ToLookup(static row => row.Base, static row => row.Tag);
    }

    /// <summary>The ids of tags by these names, made where there are none.</summary>
    public Task<List<Guid>> EnsureAsync(
        Guid workspaceId,
        IReadOnlyList<(Guid Id, string Name)> tags,
        Guid? createdBy,
        DateTimeOffset now,
        CancellationToken cancellationToken)
    {
        Guid[] ids = [.. tags.Select(static tag => tag.Id)];
        string[] names = [.. tags.Select(static tag => tag.Name)];
        return database.InTransactionAsync(
            async sql =>
            {
                await sql.ExecuteAsync(
                    $"""
                    INSERT INTO knowledge.tag (id, workspace_id, name, created_by, created_at)
                    SELECT new.id, {workspaceId}, new.name, {createdBy}::uuid, {now} FROM unnest({ids}, {names}) AS new (id, name)
                    ON CONFLICT (workspace_id, name) DO NOTHING
                    """,
                    cancellationToken);
                return await sql.QueryAsync(
                    $"SELECT id FROM knowledge.tag WHERE workspace_id = {workspaceId} AND name = ANY({names})",
                    static row => row.At<Guid>(0),
                    cancellationToken);
            },
            cancellationToken);
    }
}
