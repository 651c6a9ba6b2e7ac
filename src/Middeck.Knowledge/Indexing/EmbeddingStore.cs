using Middeck.Storage.Sql;

namespace Middeck.Knowledge.Indexing;

/// <summary>The embeddings of a document's chunks.</summary>
internal sealed class EmbeddingStore(Database database)
{
    /// <summary>How many chunks already have the model's embedding, such as before a crash.</summary>
    public async Task<int> CountAsync(
        Guid documentId, int generation, string key, CancellationToken cancellationToken)
        => (int)await database.ScalarAsync<long>(
            $"""
            SELECT count(*) FROM knowledge.chunk
            JOIN knowledge.embedding ON embedding.item_id = chunk.id AND embedding.key = {key}
            WHERE chunk.document_id = {documentId} AND chunk.generation = {generation}
            """,
            cancellationToken);

    /// <summary>The next chunks without the model's embedding, in the order of the text.</summary>
    public Task<List<(Guid Id, string Content)>> MissingAsync(
        Guid documentId, int generation, string key, int limit, CancellationToken cancellationToken)
        => database.QueryAsync(
            $"""
            SELECT id, content FROM knowledge.chunk
            WHERE document_id = {documentId} AND generation = {generation}
              AND NOT EXISTS (SELECT FROM knowledge.embedding WHERE item_id = chunk.id AND key = {key})
            ORDER BY position LIMIT {limit}
            """,
            static row => (row.At<Guid>(0), row.At<string>(1)),
            cancellationToken);

    public Task SaveAsync(
        Guid baseId, Guid documentId, Guid[] ids, byte[][] vectors, string key, CancellationToken cancellationToken)
        => database.ExecuteAsync(
            $"""
            INSERT INTO knowledge.embedding (item_id, key, base_id, document_id, vector)
            SELECT new.id, {key}, {baseId}, {documentId}, new.vector
            FROM unnest({ids}, {vectors}) AS new (id, vector)
            ON CONFLICT (item_id, key) DO UPDATE SET vector = excluded.vector
            """,
            cancellationToken);
}
