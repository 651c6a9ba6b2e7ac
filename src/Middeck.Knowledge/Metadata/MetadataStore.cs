using System.Text.Json;
using Middeck.Core;
using Middeck.Knowledge.Documents;
using Middeck.Knowledge.Indexing;
using Middeck.Storage.Sql;

namespace Middeck.Knowledge.Metadata;

/// <summary>The rows of metadata fields, and the values in the documents' rows.</summary>
internal sealed class MetadataStore(Database database, TimeProvider clock)
{
    private const int Batch = 500;

    public Task<List<MetadataField>> FieldsAsync(Guid workspaceId, Guid baseId, CancellationToken cancellationToken)
        => database.QueryAsync(
            $"""
            WITH used AS (
                SELECT entry.key, count(*) AS documents
                FROM knowledge.document CROSS JOIN jsonb_object_keys(document.metadata) AS entry (key)
                WHERE document.base_id = {baseId} AND document.workspace_id = {workspaceId}
                GROUP BY entry.key)
            SELECT metadata_field.id, name, type, coalesce(used.documents, 0) AS documents, created_at
            FROM knowledge.metadata_field LEFT JOIN used ON used.key = metadata_field.id::text
            WHERE base_id = {baseId} AND workspace_id = {workspaceId}
            ORDER BY metadata_field.id
            """,
            static row => new MetadataField(
                row.Get<Guid>("id"),
                row.Get<string>("name"),
                row.Word<MetadataType>("type"),
                row.Get<long>("documents"),
                row.Get<DateTimeOffset>("created_at")),
            cancellationToken);

    public Task<bool> BuiltInEnabledAsync(Guid baseId, CancellationToken cancellationToken)
        => database.ScalarAsync<bool>(
            $"SELECT built_in_metadata FROM knowledge.base WHERE id = {baseId}", cancellationToken);

    public Task EnableBuiltInAsync(Guid baseId, bool enabled, CancellationToken cancellationToken)
        => database.ExecuteAsync(
            $"""
            UPDATE knowledge.base
            SET built_in_metadata = {enabled}, revision = revision + 1, updated_at = {clock.GetUtcNow()}
            WHERE id = {baseId}
            """,
            cancellationToken);

    /// <summary>Adds a field. False when the base has one of that name.</summary>
    public async Task<bool> InsertAsync(
        Guid workspaceId, Guid baseId, MetadataField field, Guid? createdBy, CancellationToken cancellationToken)
        => await database.ExecuteAsync(
            $"""
            INSERT INTO knowledge.metadata_field (id, workspace_id, base_id, name, type, created_by, created_at)
            VALUES ({field.Id}, {workspaceId}, {baseId}, {field.Name}, {field.Type}, {createdBy}::uuid, {field.CreatedAt})
            ON CONFLICT (base_id, name) DO NOTHING
            """,
            cancellationToken) == 1;

    /// <summary>Renames a field. False when the base has another of that name.</summary>
    public async Task<bool> RenameAsync(Guid baseId, Guid id, string name, CancellationToken cancellationToken)
        => await database.ExecuteAsync(
            $"""
            UPDATE knowledge.metadata_field SET name = {name}
            WHERE id = {id} AND base_id = {baseId}
              AND NOT EXISTS (SELECT FROM knowledge.metadata_field AS other
                              WHERE other.base_id = {baseId} AND other.name = {name} AND other.id <> {id})
            """,
            cancellationToken) == 1;

    /// <summary>Removes a field, and then its values some hundred documents at a time: nobody sees a value without its field.</summary>
    public async Task RemoveAsync(Guid baseId, Guid id, CancellationToken cancellationToken)
    {
        await database.ExecuteAsync(
            $"DELETE FROM knowledge.metadata_field WHERE id = {id} AND base_id = {baseId}", cancellationToken);
        var key = id.ToString();
        while (await database.ExecuteAsync(
            $"""
            UPDATE knowledge.document SET metadata = metadata - {key}
            WHERE id IN (SELECT id FROM knowledge.document WHERE base_id = {baseId} AND metadata ? {key} LIMIT {Batch})
            """,
            cancellationToken) == Batch)
        {
        }
    }

    /// <summary>The values of documents by the ids of the fields.</summary>
    public async Task<IReadOnlyDictionary<Guid, Dictionary<string, JsonElement>>> ValuesAsync(
        Guid baseId, Guid[] documentIds, CancellationToken cancellationToken)
    {
        var rows = await database.QueryAsync(
            $"SELECT id, metadata FROM knowledge.document WHERE id = ANY({documentIds}) AND base_id = {baseId}",
            static row => KeyValuePair.Create(
                row.Get<Guid>("id"), row.Json<Dictionary<string, JsonElement>>("metadata")!),
            cancellationToken);
        return rows.ToDictionary();
    }

    /// <summary>Writes values, all together. Documents that are archived or gone are left out.</summary>
    /// <returns>The documents that were written.</returns>
    public Task<List<DocumentRow>> WriteAsync(
        Guid baseId, IReadOnlyList<MetadataWrite> writes, CancellationToken cancellationToken)
        => database.InTransactionAsync(
            async sql =>
            {
                Guid[] ids = [.. writes.Select(static write => write.DocumentId)];
                await CollectionRevision.TouchAsync(sql, baseId, ids, cancellationToken);
                return await sql.QueryAsync(
                    $"""
                    UPDATE knowledge.document
                    SET metadata = jsonb_strip_nulls(
                            CASE WHEN new.partial THEN document.metadata ELSE jsonb_build_object() END || new.entries::jsonb),
                        updated_at = {clock.GetUtcNow()}
                    FROM unnest({ids}, {writes.Select(static write => write.Entries.ToJsonString(Json.Snake)).ToArray()},
                                {writes.Select(static write => write.IsPartial).ToArray()}) AS new (id, entries, partial)
                    WHERE document.id = new.id AND document.base_id = {baseId} AND NOT document.archived
                    RETURNING {DocumentRow.Columns}
                    """,
                    DocumentRow.From,
                    cancellationToken);
            },
            cancellationToken);
}
