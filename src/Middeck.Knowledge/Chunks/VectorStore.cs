using Middeck.Knowledge.Documents;
using Middeck.Knowledge.Indexing;
using Middeck.Storage.Sql;

namespace Middeck.Knowledge.Chunks;

/// <summary>Which texts of a document have no vector, as edits leave them.</summary>
internal sealed class VectorStore(Database database, TimeProvider clock)
{
    /// <summary>The models whose vectors the document should have; none in a base that is searched by words alone.</summary>
    public async Task<IReadOnlyList<string?>> ModelsAsync(Guid baseId, CancellationToken cancellationToken)
    {
        var found = await database.QueryAsync(
            $"""
            SELECT embedding_model, next_embedding_model FROM knowledge.base
            WHERE id = {baseId} AND indexing <> 'economy' AND deleted_at IS NULL
            """,
            static row => (Present: row.At<string?>(0), Next: row.At<string?>(1)),
            cancellationToken);
        // A model that is to take over needs what is edited meanwhile, too.
        return found.Count == 0 ? [] : found[0].Next is { } next ? [found[0].Present, next] : [found[0].Present];
    }

    /// <summary>How many texts have no vector of any model, counted up to a limit.</summary>
    public Task<long> CountAsync(Guid documentId, int limit, CancellationToken cancellationToken)
        => database.ScalarAsync<long>(
            $"""
            SELECT count(*) FROM (
                SELECT FROM ({SearchedItems.Of(documentId)}) AS item
                WHERE NOT EXISTS (SELECT FROM knowledge.embedding WHERE item_id = item.id) LIMIT {limit}) AS missing
            """,
            cancellationToken);

    /// <summary>The next texts without the model's vector.</summary>
    public Task<List<MissingVector>> MissingAsync(
        Guid documentId, string key, int limit, CancellationToken cancellationToken)
        => database.QueryAsync(
            $"""
            SELECT item.id, item.text, item.updated_at FROM ({SearchedItems.Of(documentId)}) AS item
            WHERE NOT EXISTS (SELECT FROM knowledge.embedding WHERE item_id = item.id AND key = {key})
            ORDER BY item.position LIMIT {limit}
            """,
            static row => new MissingVector(row.At<Guid>(0), row.At<string>(1), row.At<DateTimeOffset>(2)),
            cancellationToken);

    /// <summary>Writes vectors, but for those whose text was changed while the model worked.</summary>
    public Task SaveAsync(
        DocumentRow document,
        string key,
        IReadOnlyList<MissingVector> items,
        byte[][] vectors,
        CancellationToken cancellationToken)
        => database.InTransactionAsync(
            async sql =>
            {
                // Edits hold the base's row: none of them is half way while we look at the stamps.
                await sql.ExecuteAsync($"SELECT FROM knowledge.base WHERE id = {document.BaseId} FOR SHARE", cancellationToken);
                Guid[] ids = [.. items.Select(static item => item.Id)];
                DateTimeOffset[] stamps = [.. items.Select(static item => item.UpdatedAt)];
                await sql.ExecuteAsync(
                    $"""
                    INSERT INTO knowledge.embedding (item_id, key, base_id, document_id, vector)
                    SELECT new.id, {key}, {document.BaseId}, {document.Id}, new.vector
                    FROM unnest({ids}, {vectors}, {stamps}) AS new (id, vector, updated_at)
                    WHERE EXISTS (SELECT FROM knowledge.chunk WHERE chunk.id = new.id AND chunk.updated_at = new.updated_at)
                       OR EXISTS (SELECT FROM knowledge.child WHERE child.id = new.id AND child.updated_at = new.updated_at)
                    ON CONFLICT (item_id, key) DO UPDATE SET vector = excluded.vector
                    """,
                    cancellationToken);
            },
            cancellationToken);

    /// <summary>Tells searches of the new vectors. False when another edit has left some missing meanwhile.</summary>
    public Task<bool> SettleAsync(
        DocumentRow document, IReadOnlyList<string> keys, CancellationToken cancellationToken)
        => database.InTransactionAsync(
            async sql =>
            {
                await CollectionRevision.TouchAsync(sql, document.BaseId, document.Id, cancellationToken);
                await sql.ExecuteAsync(
                    $"""
                    UPDATE knowledge.document SET vectors_wanted_at = NULL, vectors_job_id = NULL
                    WHERE id = {document.Id} AND NOT EXISTS (
                        SELECT FROM ({SearchedItems.Of(document.Id)}) AS item CROSS JOIN unnest({keys.ToArray()}) AS wanted (key)
                        WHERE NOT EXISTS (
                            SELECT FROM knowledge.embedding WHERE item_id = item.id AND embedding.key = wanted.key))
                    """,
                    cancellationToken);
                return !await sql.ScalarAsync<bool>(
                    $"""
                    SELECT EXISTS (
                        SELECT FROM knowledge.document WHERE id = {document.Id} AND vectors_wanted_at IS NOT NULL)
                    """,
                    cancellationToken);
            },
            cancellationToken);

    /// <summary>A base that is searched by words alone wants nothing.</summary>
    public Task WantNothingAsync(Guid documentId, CancellationToken cancellationToken)
        => database.ExecuteAsync(
            $"UPDATE knowledge.document SET vectors_wanted_at = NULL, vectors_job_id = NULL WHERE id = {documentId}",
            cancellationToken);

    public Task SetJobAsync(Guid documentId, Guid jobId, CancellationToken cancellationToken)
        => database.ExecuteAsync(
            $"UPDATE knowledge.document SET vectors_job_id = {jobId} WHERE id = {documentId}", cancellationToken);

    /// <summary>Takes up documents that have waited since then, with the job that was to make their vectors.</summary>
    public Task<List<(DocumentRow Document, Guid? JobId)>> TakeWaitingAsync(
        DateTimeOffset before, CancellationToken cancellationToken)
        // Pushed back in the same statement, so that the next sweep does not look at the same again at once.
        => database.QueryAsync(
            $"""
            UPDATE knowledge.document SET vectors_wanted_at = {clock.GetUtcNow()}
            FROM (SELECT document.id FROM knowledge.document
                  JOIN knowledge.base ON base.id = document.base_id AND base.deleted_at IS NULL
                  WHERE document.vectors_wanted_at < {before}
                    AND document.status IN ({DocumentStatus.Completed}, {DocumentStatus.Error}, {DocumentStatus.Cancelled})
                  ORDER BY document.vectors_wanted_at LIMIT 200) AS waiting
            WHERE document.id = waiting.id
            RETURNING {DocumentRow.Columns}, document.vectors_job_id
            """,
            static row => (DocumentRow.From(row), row.Get<Guid?>("vectors_job_id")),
            cancellationToken);
}
