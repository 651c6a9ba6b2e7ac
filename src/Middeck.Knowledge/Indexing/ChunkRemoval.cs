using Middeck.Storage.Sql;

namespace Middeck.Knowledge.Indexing;

/// <summary>Removes chunks with their children and vectors, in batches, so that no statement runs long.</summary>
internal sealed class ChunkRemoval(Database database)
{
    private const int Batch = 1000;

    /// <summary>Removes generations of a document that nobody finds. May be called again after a crash.</summary>
    public async Task RemoveAsync(Guid documentId, int from, int to, CancellationToken cancellationToken)
    {
        int removed;
        do
        {
            removed = await database.ExecuteAsync(
                $"""
                WITH gone AS (
                    SELECT chunk.id FROM knowledge.chunk
                    WHERE document_id = {documentId} AND generation BETWEEN {from} AND {to} LIMIT {Batch}
                ), vectors AS (
                    DELETE FROM knowledge.embedding WHERE item_id IN (
                        SELECT id FROM gone UNION ALL
                        SELECT child.id FROM knowledge.child WHERE child.chunk_id IN (SELECT id FROM gone))
                )
                DELETE FROM knowledge.chunk WHERE id IN (SELECT id FROM gone)
                """,
                cancellationToken);
        }
        while (removed == Batch);
    }

    /// <summary>Removes what the present generation of a document has replaced.</summary>
    public async Task RemoveReplacedAsync(Guid documentId, CancellationToken cancellationToken)
    {
        var generation = await database.ScalarAsync<int>(
            $"SELECT generation FROM knowledge.document WHERE id = {documentId}", cancellationToken);
        if (generation > 1)
        {
            await RemoveAsync(documentId, 0, generation - 1, cancellationToken);
        }
    }
}
