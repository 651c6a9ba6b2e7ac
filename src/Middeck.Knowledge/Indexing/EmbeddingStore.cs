using Middeck.Storage.Sql;

namespace Middeck.Knowledge.Indexing;

/// <summary>The vectors of chunks and children.</summary>
internal sealed class EmbeddingStore(Database database)
{
    /// <summary>
    /// What is searched of the next chunks behind a position. A parent is searched by its parts alone; what a model wrote about
    /// where a chunk stands is embedded with it.
    /// </summary>
    public Task<List<EmbeddingItem>> NextAsync(
        EmbeddingScope scope, string key, int after, int chunks, CancellationToken cancellationToken)
        => database.QueryAsync(
            $"""
            WITH batch AS (
                SELECT id, position, context, content FROM knowledge.chunk
                WHERE document_id = {scope.DocumentId} AND generation = {scope.Generation} AND position > {after}
                ORDER BY position LIMIT {chunks}
            ), item AS (
                SELECT id, position, concat_ws(chr(10), context, content) AS text FROM batch
                WHERE NOT EXISTS (SELECT FROM knowledge.child WHERE chunk_id = batch.id AND kind = {ChildKind.Child})
                UNION ALL
                SELECT child.id, batch.position, child.content
                FROM batch JOIN knowledge.child ON child.chunk_id = batch.id
            )
            SELECT item.id, item.position, CASE WHEN embedding.item_id IS NULL THEN item.text END
            FROM item LEFT JOIN knowledge.embedding ON embedding.item_id = item.id AND embedding.key = {key}
            ORDER BY item.position
            """,
            static row => new EmbeddingItem(row.At<Guid>(0), row.At<int>(1), row.At<string?>(2)),
            cancellationToken);

    /// <summary>Writes vectors; of an item that was removed meanwhile nothing stays.</summary>
    public Task SaveAsync(
        EmbeddingScope scope, Guid[] ids, byte[][] vectors, string key, CancellationToken cancellationToken)
        => database.ExecuteAsync(
            $"""
            INSERT INTO knowledge.embedding (item_id, key, base_id, document_id, vector)
            SELECT new.id, {key}, {scope.BaseId}, {scope.DocumentId}, new.vector
            FROM unnest({ids}, {vectors}) AS new (id, vector)
            WHERE {Durability.Relaxed} AND EXISTS (SELECT FROM knowledge.document WHERE id = {scope.DocumentId})
            ON CONFLICT (item_id, key) DO UPDATE SET vector = excluded.vector
            """,
            cancellationToken);
}
