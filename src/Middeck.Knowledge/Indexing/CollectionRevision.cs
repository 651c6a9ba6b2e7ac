using Middeck.Storage.Sql;

namespace Middeck.Knowledge.Indexing;

/// <summary>
/// Counts the changes of what a search may find in a base, so that an index in memory knows what it has missed. The base's row
/// stays locked until the transaction ends: who sees a revision sees every change up to it.
/// </summary>
internal static class CollectionRevision
{
    // Nodes that have not looked at a base for so long start again from its rows.
    private static readonly TimeSpan RemovalsKept = TimeSpan.FromHours(6);

    /// <summary>The document's chunks, or whether they may be found, changed.</summary>
    public static Task TouchAsync(ISql sql, Guid baseId, Guid documentId, CancellationToken cancellationToken)
        => TouchAsync(sql, baseId, [documentId], cancellationToken);

    /// <summary>The same of several documents, in one revision.</summary>
    public static Task TouchAsync(ISql sql, Guid baseId, Guid[] documentIds, CancellationToken cancellationToken)
        => sql.ExecuteAsync(
            $"""
            WITH next AS (UPDATE knowledge.base SET revision = revision + 1 WHERE id = {baseId} RETURNING revision)
            UPDATE knowledge.document SET revision = next.revision FROM next WHERE document.id = ANY({documentIds})
            """,
            cancellationToken);

    /// <summary>The document was removed.</summary>
    public static Task RemoveAsync(
        ISql sql, Guid baseId, Guid documentId, DateTimeOffset now, CancellationToken cancellationToken)
        => RemoveAsync(sql, baseId, [documentId], now, cancellationToken);

    /// <summary>Several documents were removed. Each has a revision of its own, taken in one step.</summary>
    public static async Task RemoveAsync(
        ISql sql, Guid baseId, Guid[] documentIds, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await sql.ExecuteAsync(
            $"""
            WITH next AS (
                UPDATE knowledge.base SET revision = revision + {documentIds.Length} WHERE id = {baseId} RETURNING revision)
            INSERT INTO knowledge.removal (base_id, revision, document_id, removed_at)
            SELECT {baseId}, next.revision + 1 - gone.place, gone.id, {now}
            FROM next CROSS JOIN unnest({documentIds}) WITH ORDINALITY AS gone (id, place)
            """,
            cancellationToken);
        await sql.ExecuteAsync(
            $"""
            WITH old AS (
                DELETE FROM knowledge.removal WHERE base_id = {baseId} AND removed_at < {now - RemovalsKept} RETURNING revision)
            UPDATE knowledge.base SET removals_trimmed = (SELECT max(revision) FROM old)
            WHERE id = {baseId} AND EXISTS (SELECT FROM old)
            """,
            cancellationToken);
    }
}
