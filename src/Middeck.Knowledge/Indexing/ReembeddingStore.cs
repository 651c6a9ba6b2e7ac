using Middeck.Knowledge.Bases;
using Middeck.Storage.Sql;

namespace Middeck.Knowledge.Indexing;

/// <summary>How a base changes its embedding model.</summary>
internal sealed class ReembeddingStore(Database database, TimeProvider clock)
{
    /// <summary>Begins a change. False when the base is gone.</summary>
    public async Task<bool> BeginAsync(Guid baseId, string model, CancellationToken cancellationToken)
        => await database.ExecuteAsync(
            $"""
            UPDATE knowledge.base
            SET next_embedding_model = {model}, reembedding_done = 0, reembedding_error = NULL, reembedding_job = NULL,
                updated_at = {clock.GetUtcNow()},
                reembedding_total = (SELECT coalesce(sum(chunk_count), 0) FROM knowledge.document
                                     WHERE base_id = {baseId} AND generation > 0)
            WHERE id = {baseId} AND deleted_at IS NULL
            """,
            cancellationToken) == 1;

    public Task SetJobAsync(Guid baseId, Guid jobId, CancellationToken cancellationToken)
        => database.ExecuteAsync(
            $"UPDATE knowledge.base SET reembedding_job = {jobId} WHERE id = {baseId}", cancellationToken);

    public Task<KnowledgeBaseRow?> FindAsync(Guid baseId, CancellationToken cancellationToken)
        => database.FirstOrDefaultAsync(
            $"SELECT {KnowledgeBaseRow.Columns} FROM knowledge.base WHERE id = {baseId} AND deleted_at IS NULL",
            KnowledgeBaseRow.From,
            cancellationToken);

    public Task SaveProgressAsync(Guid baseId, string? model, long done, CancellationToken cancellationToken)
        => database.ExecuteAsync(
            $"""
            UPDATE knowledge.base SET reembedding_done = least({done}, reembedding_total)
            WHERE id = {baseId} AND next_embedding_model IS NOT DISTINCT FROM {model}::text
            """,
            cancellationToken);

    /// <summary>The findable documents behind a key, in the order of the keys.</summary>
    public Task<List<EmbeddingScope>> DocumentsAsync(
        Guid baseId, Guid after, int count, CancellationToken cancellationToken)
        => database.QueryAsync(
            $"""
            SELECT id, generation, chunk_count FROM knowledge.document
            WHERE base_id = {baseId} AND generation > 0 AND id > {after} ORDER BY id LIMIT {count}
            """,
            row => new EmbeddingScope(baseId, row.At<Guid>(0), row.At<int>(1), row.At<int>(2)),
            cancellationToken);

    /// <summary>
    /// Lets the vectors of the next model, or those that were missing, be searched from now on. Documents that are completed at
    /// this moment wait for the row and then see the model.
    /// </summary>
    /// <returns>False when the change was given up meanwhile.</returns>
    public async Task<bool> SwapAsync(KnowledgeBaseRow row, CancellationToken cancellationToken)
        // No document changed, so every index in memory is told to start again from the rows.
        => await database.ExecuteAsync(
            $"""
            UPDATE knowledge.base
            SET embedding_model = coalesce(next_embedding_model, embedding_model), next_embedding_model = NULL,
                indexing = {IndexingMethod.HighQuality}, vectors_removed_at = NULL, reembedding_job = NULL,
                revision = revision + 1, removals_trimmed = revision + 1, updated_at = {clock.GetUtcNow()}
            WHERE id = {row.Id} AND next_embedding_model IS NOT DISTINCT FROM {row.NextEmbeddingModel}::text
            """,
            cancellationToken) == 1;

    /// <summary>Gives a change up: the present model stays. False when there was none.</summary>
    /// <param name="baseId">The base.</param>
    /// <param name="jobId">Only while this is its job; null for whichever.</param>
    /// <param name="error">Why, in one sentence; null when somebody asked.</param>
    /// <param name="cancellationToken">Nothing is changed when it fires.</param>
    public async Task<bool> GiveUpAsync(Guid baseId, Guid? jobId, string? error, CancellationToken cancellationToken)
        => await database.ExecuteAsync(
            $"""
            UPDATE knowledge.base
            SET next_embedding_model = NULL, reembedding_error = {error}, reembedding_job = NULL,
                updated_at = {clock.GetUtcNow()}
            WHERE id = {baseId} AND next_embedding_model IS NOT NULL
              AND ({jobId}::uuid IS NULL OR reembedding_job = {jobId}::uuid)
            """,
            cancellationToken) == 1;

    /// <summary>Removes the vectors of all models but one, document by document. Without a key all of them.</summary>
    public async Task TrimAsync(Guid baseId, string? key, CancellationToken cancellationToken)
    {
        const int Batch = 100;
        var after = Guid.Empty;
        List<Guid> documents;
        do
        {
            documents = await database.QueryAsync(
                $"""
                SELECT id FROM knowledge.document WHERE base_id = {baseId} AND id > {after} ORDER BY id LIMIT {Batch}
                """,
                static row => row.At<Guid>(0),
                cancellationToken);
            foreach (var document in documents)
            {
                await TrimDocumentAsync(document, key, cancellationToken);
                after = document;
            }
        }
        while (documents.Count == Batch);
    }

    private async Task TrimDocumentAsync(Guid document, string? key, CancellationToken cancellationToken)
    {
        const int Batch = 5000;
        int removed;
        do
        {
            removed = await database.ExecuteAsync(
                $"""
                DELETE FROM knowledge.embedding WHERE (item_id, key) IN (
                    SELECT item_id, key FROM knowledge.embedding
                    WHERE document_id = {document} AND ({key}::text IS NULL OR key <> {key}::text) LIMIT {Batch})
                """,
                cancellationToken);
        }
        while (removed == Batch);
    }

    /// <summary>Bases whose vectors nobody has searched since a time; none of them is being changed.</summary>
    public Task<List<Guid>> UnusedAsync(DateTimeOffset since, CancellationToken cancellationToken)
        => database.QueryAsync(
            $"""
            SELECT id FROM knowledge.base
            WHERE indexing = {IndexingMethod.HighQuality} AND deleted_at IS NULL AND next_embedding_model IS NULL
              AND vectors_removed_at IS NULL AND coalesce(last_searched_at, updated_at) < {since}
            LIMIT 100
            """,
            static row => row.At<Guid>(0),
            cancellationToken);

    /// <summary>Marks the vectors of a base as removed, unless somebody searches just now.</summary>
    public async Task<bool> MarkRemovedAsync(Guid baseId, DateTimeOffset since, CancellationToken cancellationToken)
        => await database.ExecuteAsync(
            $"""
            UPDATE knowledge.base
            SET vectors_removed_at = {clock.GetUtcNow()}, revision = revision + 1, removals_trimmed = revision + 1
            WHERE id = {baseId} AND coalesce(last_searched_at, updated_at) < {since} AND next_embedding_model IS NULL
            """,
            cancellationToken) == 1;

    /// <summary>Bases that wait for vectors: of another model, or because somebody searched after they were removed.</summary>
    public Task<List<KnowledgeBaseRow>> WaitingAsync(CancellationToken cancellationToken)
        => database.QueryAsync(
            $"""
            SELECT {KnowledgeBaseRow.Columns} FROM knowledge.base
            WHERE deleted_at IS NULL
              AND (next_embedding_model IS NOT NULL OR vectors_removed_at IS NOT NULL AND last_searched_at > vectors_removed_at)
            LIMIT 100
            """,
            KnowledgeBaseRow.From,
            cancellationToken);
}
