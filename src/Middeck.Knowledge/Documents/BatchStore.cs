using Middeck.Knowledge.Indexing;
using Middeck.Storage.Sql;

namespace Middeck.Knowledge.Documents;

/// <summary>Changes many rows of documents together, with one revision of the base for all of them.</summary>
internal sealed class BatchStore(Database database, TimeProvider clock)
{
    public Task<List<DocumentRow>> FindAsync(
        Guid workspaceId, Guid baseId, Guid[] ids, CancellationToken cancellationToken)
        => database.QueryAsync(
            $"""
            SELECT {DocumentRow.Columns} FROM knowledge.document
            WHERE id = ANY({ids}) AND base_id = {baseId} AND workspace_id = {workspaceId}
            """,
            DocumentRow.From,
            cancellationToken);

    /// <summary>Switches documents on or off; archived ones stay as they are.</summary>
    /// <returns>Those that are otherwise now.</returns>
    public Task<List<DocumentRow>> EnableAsync(
        Guid baseId, Guid[] ids, bool enabled, CancellationToken cancellationToken)
        => ChangeAsync(
            baseId,
            ids,
            SqlText.Of($"enabled = {enabled}"),
            SqlText.Of($"NOT archived AND enabled <> {enabled}"),
            cancellationToken);

    /// <summary>Archives documents that nothing works on, or takes them back.</summary>
    /// <returns>Those that are otherwise now.</returns>
    public Task<List<DocumentRow>> ArchiveAsync(
        Guid baseId, Guid[] ids, bool archived, CancellationToken cancellationToken)
        => ChangeAsync(
            baseId,
            ids,
            SqlText.Of($"archived = {archived}"),
            SqlText.Of(
                $"""
                archived <> {archived}
                AND status IN ({DocumentStatus.Completed}, {DocumentStatus.Error}, {DocumentStatus.Cancelled})
                """),
            cancellationToken);

    /// <summary>Removes the rows with all that hangs on them.</summary>
    /// <returns>The objects that they pointed to.</returns>
    public Task<List<string>> RemoveAsync(Guid baseId, Guid[] ids, CancellationToken cancellationToken)
        => database.InTransactionAsync(
            async sql =>
            {
                await CollectionRevision.RemoveAsync(sql, baseId, ids, clock.GetUtcNow(), cancellationToken);
                return await sql.QueryAsync(
                    $"""
                    WITH versions AS (
                        DELETE FROM knowledge.document_version WHERE document_id = ANY({ids}) RETURNING object_key),
                    gone AS (
                        DELETE FROM knowledge.document WHERE id = ANY({ids}) AND base_id = {baseId}
                        RETURNING object_key, text_key, next_text_key)
                    SELECT object_key FROM versions UNION SELECT object_key FROM gone
                    UNION SELECT text_key FROM gone WHERE text_key IS NOT NULL
                    UNION SELECT next_text_key FROM gone WHERE next_text_key IS NOT NULL
                    """,
                    static row => row.At<string>(0),
                    cancellationToken);
            },
            cancellationToken);

    private Task<List<DocumentRow>> ChangeAsync(
        Guid baseId, Guid[] ids, SqlText change, SqlText where, CancellationToken cancellationToken)
        => database.InTransactionAsync(
            async sql =>
            {
                await CollectionRevision.TouchAsync(sql, baseId, ids, cancellationToken);
                return await sql.QueryAsync(
                    $"""
                    UPDATE knowledge.document SET {change}, updated_at = {clock.GetUtcNow()}
                    WHERE id = ANY({ids}) AND base_id = {baseId} AND {where}
                    RETURNING {DocumentRow.Columns}
                    """,
                    DocumentRow.From,
                    cancellationToken);
            },
            cancellationToken);
}
