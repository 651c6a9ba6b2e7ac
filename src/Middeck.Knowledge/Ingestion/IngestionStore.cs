using System.Text.Json;
using Middeck.Core.Identifiers;
using Middeck.Knowledge.Documents;
using Middeck.Storage.Sql;
using Npgsql;

namespace Middeck.Knowledge.Ingestion;

/// <summary>
/// What ingestion writes about a document. Each statement holds only while the attempt still owns the row, so that a pause, a
/// cancel or a removal at this very moment wins: then null or false says that there is nothing more to do. Only the text, which is an
/// object, waits for the disk; completing the document does so for all the rest.
/// </summary>
internal sealed class IngestionStore(Database database, TimeProvider clock)
{
    /// <summary>Takes the document up for an attempt of a job. Null when it is gone, done or held back.</summary>
    public Task<DocumentRow?> BeginAsync(Guid documentId, Guid jobId, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        return database.FirstOrDefaultAsync(
            $"""
            UPDATE knowledge.document
            SET status = {DocumentStatus.Parsing}, progress = 0, fact = NULL, error = NULL, error_code = NULL,
                job_id = {jobId}, claim = {Ids.New(clock)}, updated_at = {now}, stage_started_at = {now}, stage_from = 0,
                stage_done = 0, stage_total = 0, processing_started_at = coalesce(processing_started_at, {now})
            FROM knowledge.base
            WHERE {Durability.Relaxed} AND document.id = {documentId} AND base.id = document.base_id AND base.deleted_at IS NULL
              AND ({DocumentQueue.AtWork}
                   OR document.status IN ({DocumentStatus.Error}, {DocumentStatus.Cancelled}) AND document.job_id = {jobId})
            RETURNING {DocumentRow.Columns}
            """,
            DocumentRow.From,
            cancellationToken);
    }

    /// <summary>What earlier attempts have committed.</summary>
    public async Task<IngestionWork> WorkAsync(DocumentRow row, CancellationToken cancellationToken)
        => (await database.FirstOrDefaultAsync(
            $"""
            SELECT text_key, text_facts, next_text_key, next_text_facts, next_split,
                   EXISTS (SELECT FROM knowledge.chunk
                           WHERE document_id = {row.Id} AND generation = {row.Generation + 1}) AS has_next_chunks
            FROM knowledge.document WHERE id = {row.Id}
            """,
            static found => new IngestionWork(
                found.Get<string?>("text_key"),
                found.Json<TextFacts>("text_facts"),
                found.Get<string?>("next_text_key"),
                found.Json<TextFacts>("next_text_facts"),
                found.Json<SplitFacts>("next_split"),
                found.Get<bool>("has_next_chunks")),
            cancellationToken))!;

    /// <summary>Begins a stage, and with it ends the one before.</summary>
    public Task<DocumentRow?> BeginStageAsync(
        DocumentRow row, DocumentStatus status, StageCount count, double progress, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        return database.FirstOrDefaultAsync(
            $"""
            UPDATE knowledge.document
            SET status = {status}, progress = {progress}, fact = {count.Fact}, updated_at = {now}, stage_started_at = {now},
                stage_from = {count.Done}, stage_done = {count.Done}, stage_total = {count.Total} {EndedStage(status, now)}
            WHERE {Durability.Relaxed} AND {StillOurs(row)}
            RETURNING {DocumentRow.Columns}
            """,
            DocumentRow.From,
            cancellationToken);
    }

    public Task<DocumentRow?> AdvanceAsync(
        DocumentRow row, StageCount count, double progress, CancellationToken cancellationToken)
        => database.FirstOrDefaultAsync(
            $"""
            UPDATE knowledge.document
            SET progress = {progress}, fact = {count.Fact}, stage_done = {count.Done}, stage_total = {count.Total},
                updated_at = {clock.GetUtcNow()}
            WHERE {Durability.Relaxed} AND {StillOurs(row)}
            RETURNING {DocumentRow.Columns}
            """,
            DocumentRow.From,
            cancellationToken);

    /// <summary>Keeps the text of the next generation. False when the row is no longer ours.</summary>
    public async Task<bool> SaveTextAsync(DocumentRow row, string key, TextFacts facts, CancellationToken cancellationToken)
    {
        var changed = await database.ExecuteAllAsync(
            [
                ObjectReferences.Lock(key),
                SqlText.Of($"""
                    UPDATE knowledge.document
                    SET next_text_key = {key}, next_text_facts = {Json(facts)}, next_split = NULL,
                        page_count = {facts.PageCount}, character_count = {facts.Characters}, updated_at = {clock.GetUtcNow()}
                    WHERE {StillOurs(row)}
                    """),
            ],
            cancellationToken);
        return changed[^1] == 1;
    }

    /// <summary>Writes chunks of the next generation. False when the row is no longer ours.</summary>
    public async Task<bool> SaveChunksAsync(
        DocumentRow row, IReadOnlyList<SqlText> inserts, CancellationToken cancellationToken)
    {
        // The update locks the row, which taking the document up waits for; the inserts look whether it did.
        var changed = await database.ExecuteAllAsync(
            [
                SqlText.Of($"""
                    UPDATE knowledge.document SET updated_at = {clock.GetUtcNow()} WHERE {Durability.Relaxed} AND {StillOurs(row)}
                    """),
                .. inserts,
            ],
            cancellationToken);
        return changed[0] == 1;
    }

    /// <summary>Writes the last chunks of the next generation, and that all are there. False when the row is no longer ours.</summary>
    public async Task<bool> SaveSplitAsync(
        DocumentRow row, SplitFacts split, IReadOnlyList<SqlText> inserts, CancellationToken cancellationToken)
    {
        var changed = await database.ExecuteAllAsync(
            [
                SqlText.Of($"""
                    UPDATE knowledge.document
                    SET next_split = {Json(split)}, updated_at = {clock.GetUtcNow()},
                        chunk_count = CASE WHEN generation = 0 THEN {split.Chunks} ELSE chunk_count END
                    WHERE {Durability.Relaxed} AND {StillOurs(row)}
                    """),
                .. inserts,
            ],
            cancellationToken);
        return changed[0] == 1;
    }

    /// <summary>Does something in a transaction that another attempt cannot overtake. False when the row is no longer ours.</summary>
    public Task<bool> WhileOursAsync(DocumentRow row, Func<ISql, Task> work, CancellationToken cancellationToken)
        => database.InTransactionAsync(
            async sql =>
            {
                // A lock that taking the document up waits for.
                var ours = await sql.ScalarAsync<bool>(
                    $"SELECT true FROM knowledge.document WHERE {StillOurs(row)} FOR SHARE", cancellationToken);
                if (ours)
                {
                    await work(sql);
                }

                return ours;
            },
            cancellationToken);

    /// <summary>Keeps why the attempt failed; the sentence comes with the job's end.</summary>
    public Task SaveErrorCodeAsync(DocumentRow row, string code, CancellationToken cancellationToken)
        => database.ExecuteAsync(
            $"UPDATE knowledge.document SET error_code = {code} WHERE {StillOurs(row)}", cancellationToken);

    /// <summary>
    /// Writes down that ingestion ended without success. Null when the document is gone or has ended already, or is held back:
    /// the job of a paused one is cancelled, and its end must not be the document's.
    /// </summary>
    public Task<DocumentRow?> EndAsync(
        Guid documentId, Guid? jobId, DocumentStatus status, string? error, CancellationToken cancellationToken)
        => EndAsync(documentId, jobId, status, error, DocumentQueue.AtWork, cancellationToken);

    /// <summary>Writes down that somebody stopped it, at work or held back. Null when it is gone or has ended already.</summary>
    public Task<DocumentRow?> CancelAsync(Guid documentId, Guid? jobId, CancellationToken cancellationToken)
        => EndAsync(
            documentId,
            jobId,
            DocumentStatus.Cancelled,
            error: null,
            SqlText.Of($"({DocumentQueue.AtWork} OR status = {DocumentStatus.Paused})"),
            cancellationToken);

    private Task<DocumentRow?> EndAsync(
        Guid documentId,
        Guid? jobId,
        DocumentStatus status,
        string? error,
        SqlText from,
        CancellationToken cancellationToken)
        => database.FirstOrDefaultAsync(
            $"""
            UPDATE knowledge.document
            SET status = {status}, error = {error}, fact = NULL, updated_at = {clock.GetUtcNow()}, paused_at = NULL,
                error_code = CASE WHEN {error}::text IS NULL AND {status} <> 'error' THEN NULL
                                  ELSE coalesce(error_code, 'knowledge.processing_failed') END
            WHERE id = {documentId} AND job_id IS NOT DISTINCT FROM {jobId}::uuid AND {from}
            RETURNING {DocumentRow.Columns}
            """,
            DocumentRow.From,
            cancellationToken);

    /// <summary>Whether the row is still the attempt's.</summary>
    public static SqlText StillOurs(DocumentRow row) => SqlText.Of(
        $"document.id = {row.Id} AND document.claim = {row.Claim} AND {DocumentQueue.AtWork}");

    public static NpgsqlParameter Json<T>(T value)
        => SqlText.Jsonb(JsonSerializer.Serialize(value, Core.Json.Snake));

    private static SqlText EndedStage(DocumentStatus begun, DateTimeOffset now) => begun switch
    {
        DocumentStatus.Cleaning => SqlText.Of($", parsed_at = {now}"),
        DocumentStatus.Splitting => SqlText.Of($", cleaned_at = {now}"),
        DocumentStatus.Indexing => SqlText.Of($", split_at = {now}"),
        _ => SqlText.Empty,
    };
}
