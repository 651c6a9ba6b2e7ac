using Middeck.Knowledge.Bases;
using Middeck.Knowledge.Documents;
using Middeck.Storage.Sql;

namespace Middeck.Knowledge.Ingestion;

/// <summary>Lets a finished generation take the place of the one that is found, in one transaction.</summary>
internal sealed class CompletionStore(Database database, TimeProvider clock)
{
    /// <param name="row">The document.</param>
    /// <param name="finished">What was made.</param>
    /// <param name="models">The embedding models whose vectors are there.</param>
    /// <param name="cancellationToken">Nothing is changed when it fires.</param>
    public async Task<CompletionOutcome> CompleteAsync(
        DocumentRow row, FinishedGeneration finished, IReadOnlyCollection<string?> models, CancellationToken cancellationToken)
    {
        // Counted before the base is locked: a document may have very many chunks.
        var tokens = await database.ScalarAsync<long>(
            $"""
            SELECT coalesce(sum(token_count), 0)::bigint FROM knowledge.chunk
            WHERE document_id = {row.Id} AND generation = {row.Generation + 1}
            """,
            cancellationToken);
        return await database.InTransactionAsync(
            async sql =>
            {
                // The base's lock comes first: a change of the model either sees this document completed or is seen here.
                var missing = await sql.FirstOrDefaultAsync(
                    $"""
                    SELECT indexing = {IndexingMethod.HighQuality}
                               AND (vectors_removed_at IS NULL OR last_searched_at > vectors_removed_at),
                           embedding_model, next_embedding_model
                    FROM knowledge.base WHERE id = {row.BaseId} FOR UPDATE
                    """,
                    found => Missing(found, models),
                    cancellationToken);
                return missing is not null
                    ? missing
                    : await SwapAsync(sql, row, finished, tokens, cancellationToken);
            },
            cancellationToken);
    }

    private static CompletionOutcome.NeedsVectors? Missing(Row found, IReadOnlyCollection<string?> models)
    {
        var next = found.At<string?>(2);
        return found.At<bool>(0) && !models.Contains(found.At<string?>(1))
            ? new CompletionOutcome.NeedsVectors(found.At<string?>(1))
            : next is not null && !models.Contains(next) ? new CompletionOutcome.NeedsVectors(next) : null;
    }

    private async Task<CompletionOutcome> SwapAsync(
        ISql sql, DocumentRow row, FinishedGeneration finished, long tokens, CancellationToken cancellationToken)
    {
        await ObjectReferences.LockAsync(sql, finished.TextKey, cancellationToken);
        var now = clock.GetUtcNow();
        var completed = await sql.FirstOrDefaultAsync(
            // The base's revision as in CollectionRevision, without writing the document's row twice.
            $"""
            WITH next AS (UPDATE knowledge.base SET revision = revision + 1 WHERE id = {row.BaseId} RETURNING revision)
            UPDATE knowledge.document
            SET status = {DocumentStatus.Completed}, revision = next.revision, progress = 1, fact = NULL, error = NULL,
                error_code = NULL, generation = {row.Generation + 1}, text_key = {finished.TextKey},
                text_facts = {IngestionStore.Json(finished.Text)}, next_text_key = NULL, next_text_facts = NULL,
                next_split = NULL, chunked_with = {IngestionStore.Json(finished.Chunking)}, chunk_count = {finished.Chunks},
                character_count = {finished.Text.Characters}, token_count = {tokens}, page_count = {finished.Text.PageCount},
                warning = {finished.Warning}, updated_at = {now}, completed_at = {now}
            FROM next
            WHERE {IngestionStore.StillOurs(row)}
            RETURNING {DocumentRow.Columns}
            """,
            DocumentRow.From,
            cancellationToken);
        return completed is null ? new CompletionOutcome.Released() : new CompletionOutcome.Completed(completed);
    }
}
