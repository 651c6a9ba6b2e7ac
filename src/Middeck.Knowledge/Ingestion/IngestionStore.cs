using System.Text.Json;
using Middeck.Core;
using Middeck.Knowledge.Bases;
using Middeck.Knowledge.Documents;
using Middeck.Knowledge.Indexing;
using Middeck.Storage.Sql;

namespace Middeck.Knowledge.Ingestion;

/// <summary>
/// What ingestion writes about a document. Each statement holds only while the job still owns the row, so that a cancel or a
/// removal at this very moment wins: then null or false says that there is nothing more to do.
/// </summary>
internal sealed class IngestionStore(Database database, TimeProvider clock)
{
    /// <summary>Takes the document up for a job, or again after a crash. Null when it is gone or done.</summary>
    public Task<DocumentRow?> BeginAsync(Guid documentId, Guid jobId, CancellationToken cancellationToken)
        => database.FirstOrDefaultAsync(
            $"""
            UPDATE knowledge.document
            SET status = {DocumentStatus.Parsing}, progress = 0, fact = NULL, error = NULL, job_id = {jobId},
                updated_at = {clock.GetUtcNow()}
            FROM knowledge.base
            WHERE document.id = {documentId} AND document.status <> {DocumentStatus.Completed}
              AND base.id = document.base_id AND base.deleted_at IS NULL
            RETURNING {DocumentRow.Columns}
            """,
            DocumentRow.From,
            cancellationToken);

    public Task<DocumentRow?> StageAsync(
        DocumentRow row, DocumentStatus status, double progress, string? fact, CancellationToken cancellationToken)
        => database.FirstOrDefaultAsync(
            $"""
            UPDATE knowledge.document
            SET status = {status}, progress = {progress}, fact = {fact}, updated_at = {clock.GetUtcNow()}
            WHERE {StillOurs(row)}
            RETURNING {DocumentRow.Columns}
            """,
            DocumentRow.From,
            cancellationToken);

    /// <summary>Puts the chunks in the place of those that were there, all or none.</summary>
    public Task<DocumentRow?> ReplaceChunksAsync(
        DocumentRow row,
        CleanText text,
        string textKey,
        IReadOnlyList<TextRange> chunks,
        ChunkingSettings chunking,
        CancellationToken cancellationToken)
        => database.InTransactionAsync(
            async sql =>
            {
                await ObjectReferences.LockAsync(sql, textKey, cancellationToken);
                var updated = await sql.FirstOrDefaultAsync(
                    $"""
                    UPDATE knowledge.document
                    SET text_key = {textKey}, chunked_with = {SqlText.Jsonb(JsonSerializer.Serialize(chunking, Json.Snake))},
                        chunk_count = {chunks.Count}, character_count = {(long)text.Text.Length},
                        page_count = {text.PageCount}, updated_at = {clock.GetUtcNow()}
                    WHERE {StillOurs(row)}
                    RETURNING {DocumentRow.Columns}
                    """,
                    DocumentRow.From,
                    cancellationToken);
                if (updated is not null)
                {
                    await ChunkWriter.ReplaceAsync(sql, updated, text, chunks, clock, cancellationToken);
                }

                return updated;
            },
            cancellationToken);

    /// <summary>Makes the document findable.</summary>
    public Task<DocumentRow?> CompleteAsync(DocumentRow row, CancellationToken cancellationToken)
        => database.InTransactionAsync(
            async sql =>
            {
                await CollectionRevision.TouchAsync(sql, row.BaseId, row.Id, cancellationToken);
                var now = clock.GetUtcNow();
                var completed = await sql.FirstOrDefaultAsync(
                    $"""
                    UPDATE knowledge.document
                    SET status = {DocumentStatus.Completed}, progress = 1, fact = NULL, generation = {row.Generation + 1},
                        updated_at = {now}, completed_at = {now}
                    WHERE {StillOurs(row)}
                    RETURNING {DocumentRow.Columns}
                    """,
                    DocumentRow.From,
                    cancellationToken);
                if (completed is not null)
                {
                    await sql.ExecuteAsync(
                        $"DELETE FROM knowledge.chunk WHERE document_id = {row.Id} AND generation <= {row.Generation}",
                        cancellationToken);
                }

                return completed;
            },
            cancellationToken);

    /// <summary>Writes down that ingestion ended without success. Null when the document is gone or has ended already.</summary>
    public Task<DocumentRow?> EndAsync(
        Guid documentId, Guid? jobId, DocumentStatus status, string? error, CancellationToken cancellationToken)
        => database.FirstOrDefaultAsync(
            $"""
            UPDATE knowledge.document
            SET status = {status}, error = {error}, fact = NULL, updated_at = {clock.GetUtcNow()}
            WHERE id = {documentId} AND job_id IS NOT DISTINCT FROM {jobId}::uuid
              AND status NOT IN ({DocumentStatus.Completed}, {DocumentStatus.Cancelled}, {DocumentStatus.Error})
            RETURNING {DocumentRow.Columns}
            """,
            DocumentRow.From,
            cancellationToken);

    private static SqlText StillOurs(DocumentRow row) => SqlText.Of(
        $"""
        document.id = {row.Id} AND document.job_id = {row.JobId}
        AND document.status NOT IN ({DocumentStatus.Completed}, {DocumentStatus.Cancelled}, {DocumentStatus.Error})
        """);
}
