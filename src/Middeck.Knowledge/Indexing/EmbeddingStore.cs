using Middeck.Storage.Sql;

namespace Middeck.Knowledge.Indexing;

/// <summary>The embeddings of a document's chunks.</summary>
internal sealed class EmbeddingStore(Database database)
{
    /// <summary>How many chunks already have the model's embedding, such as before a crash.</summary>
    public async Task<int> CountAsync(Guid documentId, string key, CancellationToken cancellationToken)
        => (int)await database.ScalarAsync<long>(
            $"SELECT count(*) FROM knowledge.chunk WHERE document_id = {documentId} AND embedding_key = {key}",
            cancellationToken);

    /// <summary>The next chunks without the model's embedding, in the order of the text.</summary>
    public Task<List<(Guid Id, string Content)>> MissingAsync(
        Guid documentId, string key, int limit, CancellationToken cancellationToken)
        => database.QueryAsync(
            $"""
            SELECT id, content FROM knowledge.chunk
            WHERE document_id = {documentId} AND embedding_key IS DISTINCT FROM {key}
            ORDER BY position LIMIT {limit}
            """,
            static row => (row.At<Guid>(0), row.At<string>(1)),
            cancellationToken);

    public Task SaveAsync(Guid[] ids, byte[][] embeddings, string key, CancellationToken cancellationToken)
        => database.ExecuteAsync(
            $"""
            UPDATE knowledge.chunk SET embedding = new.embedding, embedding_key = {key}
            FROM unnest({ids}, {embeddings}) AS new (id, embedding)
            WHERE chunk.id = new.id
            """,
            cancellationToken);
}
