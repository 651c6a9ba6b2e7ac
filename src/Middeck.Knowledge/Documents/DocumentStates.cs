using System.Text.Json;
using Middeck.Core;
using Middeck.Knowledge.Bases;
using Middeck.Storage.Sql;

namespace Middeck.Knowledge.Documents;

/// <summary>How documents are sent through ingestion, held back and found again.</summary>
internal sealed class DocumentStates(Database database, TimeProvider clock)
{
    // More events than that would push those of others out of the way, and no page shows so many rows.
    private const int MostTold = 200;

    /// <summary>Puts a document back to the start; what is done of it is found done. Null when its status is none of these.</summary>
    /// <param name="row">The document.</param>
    /// <param name="from">The statuses that it may have.</param>
    /// <param name="cancellationToken">Nothing is changed when it fires.</param>
    public Task<DocumentRow?> ResetAsync(
        DocumentRow row, IReadOnlyCollection<DocumentStatus> from, CancellationToken cancellationToken)
        => database.FirstOrDefaultAsync(
            $"""
            UPDATE knowledge.document SET {BackToStart(clock.GetUtcNow())}
            WHERE id = {row.Id} AND workspace_id = {row.WorkspaceId} AND status = ANY({Words(from)})
            RETURNING {DocumentRow.Columns}
            """,
            DocumentRow.From,
            cancellationToken);

    /// <summary>The same for all documents of a base.</summary>
    public Task<ChangedDocuments> ResetAllAsync(
        Guid baseId, IReadOnlyCollection<DocumentStatus> from, CancellationToken cancellationToken)
        => ChangeAllAsync(
            baseId, BackToStart(clock.GetUtcNow()), SqlText.Of($"document.status = ANY({Words(from)})"), cancellationToken);

    /// <summary>Has the document cut anew, whatever it is doing.</summary>
    public Task<DocumentRow?> RechunkAsync(
        DocumentRow row, ChunkingSettings? chunking, CancellationToken cancellationToken)
        => database.FirstOrDefaultAsync(
            $"""
            UPDATE knowledge.document
            SET {BackToStart(clock.GetUtcNow())}, next_split = NULL,
                chunking = {SqlText.Jsonb(chunking is null ? null : JsonSerializer.Serialize(chunking, Json.Snake))}
            WHERE id = {row.Id} AND workspace_id = {row.WorkspaceId}
            RETURNING {DocumentRow.Columns}
            """,
            DocumentRow.From,
            cancellationToken);

    /// <summary>Has all documents of a base cut anew as the base says.</summary>
    public Task<ChangedDocuments> RechunkAllAsync(Guid baseId, CancellationToken cancellationToken)
        => ChangeAllAsync(
            baseId,
            SqlText.Of($"{BackToStart(clock.GetUtcNow())}, next_split = NULL, chunking = NULL"),
            SqlText.Of($"true"),
            cancellationToken);

    /// <summary>Chunks that people changed or added, and that cutting anew would lose.</summary>
    public Task<long> EditedChunksAsync(Guid baseId, Guid? documentId, CancellationToken cancellationToken)
        => database.ScalarAsync<long>(
            $"""
            SELECT count(*) FROM knowledge.chunk
            JOIN knowledge.document ON document.id = chunk.document_id AND document.generation = chunk.generation
            WHERE chunk.base_id = {baseId} AND chunk.edited
              AND ({documentId}::uuid IS NULL OR chunk.document_id = {documentId}::uuid)
            """,
            cancellationToken);

    /// <summary>Holds a document back. Null when nothing is being done with it.</summary>
    public Task<DocumentRow?> PauseAsync(DocumentRow row, CancellationToken cancellationToken)
        => database.FirstOrDefaultAsync(
            $"""
            UPDATE knowledge.document SET {Paused(clock.GetUtcNow())}
            WHERE id = {row.Id} AND workspace_id = {row.WorkspaceId} AND {DocumentQueue.AtWork}
            RETURNING {DocumentRow.Columns}
            """,
            DocumentRow.From,
            cancellationToken);

    /// <summary>Holds all documents of a base back that something is being done with.</summary>
    public Task<ChangedDocuments> PauseAllAsync(Guid baseId, CancellationToken cancellationToken)
        => ChangeAllAsync(baseId, Paused(clock.GetUtcNow()), DocumentQueue.AtWork, cancellationToken);

    /// <summary>Documents that were accepted but have no job: the process ended between the two.</summary>
    public Task<List<DocumentRow>> WithoutJobAsync(DateTimeOffset before, CancellationToken cancellationToken)
        => database.QueryAsync(
            $"""
            SELECT {DocumentRow.Columns} FROM knowledge.document
            JOIN knowledge.base ON base.id = document.base_id AND base.deleted_at IS NULL
            WHERE document.status = 'waiting' AND document.job_id IS NULL AND document.updated_at < {before}
            ORDER BY document.created_at LIMIT 100
            """,
            DocumentRow.From,
            cancellationToken);

    /// <summary>Documents of a base that wait without a job.</summary>
    public Task<List<DocumentRow>> WaitingAsync(Guid baseId, int count, CancellationToken cancellationToken)
        => database.QueryAsync(
            $"""
            SELECT {DocumentRow.Columns} FROM knowledge.document
            WHERE base_id = {baseId} AND status = 'waiting' AND job_id IS NULL ORDER BY id LIMIT {count}
            """,
            DocumentRow.From,
            cancellationToken);

    /// <summary>Documents that a job is said to work on, in the order of their keys.</summary>
    public Task<List<DocumentRow>> AtWorkAsync(
        DateTimeOffset before, Guid after, int count, CancellationToken cancellationToken)
        => database.QueryAsync(
            $"""
            SELECT {DocumentRow.Columns} FROM knowledge.document
            JOIN knowledge.base ON base.id = document.base_id AND base.deleted_at IS NULL
            WHERE {DocumentQueue.AtWork} AND document.job_id IS NOT NULL AND document.updated_at < {before}
              AND document.id > {after}
            ORDER BY document.id LIMIT {count}
            """,
            DocumentRow.From,
            cancellationToken);

    /// <summary>Takes a document away from a job that is gone. False when another has it by now.</summary>
    public async Task<bool> RequeueAsync(DocumentRow row, CancellationToken cancellationToken)
        => await database.ExecuteAsync(
            $"""
            UPDATE knowledge.document SET {BackToStart(clock.GetUtcNow())}
            WHERE id = {row.Id} AND job_id = {row.JobId} AND {DocumentQueue.AtWork}
            """,
            cancellationToken) == 1;

    /// <summary>The columns of a document that waits for its job. The claim goes too: whoever still works on it writes nothing more.</summary>
    public static SqlText BackToStart(DateTimeOffset now) => SqlText.Of(
        $"""
        status = {DocumentStatus.Waiting}, progress = 0, fact = NULL, error = NULL, error_code = NULL, job_id = NULL,
        claim = NULL, paused_at = NULL, stage_total = 0, processing_started_at = NULL, parsed_at = NULL, cleaned_at = NULL,
        split_at = NULL, updated_at = {now}
        """);

    private async Task<ChangedDocuments> ChangeAllAsync(
        Guid baseId, SqlText change, SqlText where, CancellationToken cancellationToken)
    {
        var changed = await database.QueryAsync(
            $"""
            WITH before AS (
                SELECT id, status, job_id FROM knowledge.document WHERE base_id = {baseId} FOR UPDATE),
            changed AS (
                UPDATE knowledge.document SET {change} FROM before WHERE document.id = before.id AND {where}
                RETURNING document.*,
                    CASE WHEN before.status IN ('parsing', 'cleaning', 'splitting', 'indexing') THEN before.job_id END AS running)
            SELECT {DocumentRow.Columns}, (SELECT count(*) FROM changed)::integer AS changed_count,
                   (SELECT coalesce(array_agg(running) FILTER (WHERE running IS NOT NULL), ARRAY[]::uuid[]) FROM changed) AS jobs
            FROM changed AS document ORDER BY document.id DESC LIMIT {MostTold}
            """,
            static row => (Document: DocumentRow.From(row), Count: row.Get<int>("changed_count"), Jobs: row.Get<Guid[]>("jobs")),
            cancellationToken);
        return changed is [var (_, count, running), ..]
            ? new ChangedDocuments(count, [.. changed.Select(static one => one.Document)], running)
            : new ChangedDocuments(0, [], []);
    }

    private static SqlText Paused(DateTimeOffset now)
        => SqlText.Of($"status = {DocumentStatus.Paused}, paused_at = {now}, updated_at = {now}");

    private static string[] Words(IReadOnlyCollection<DocumentStatus> statuses)
        => [.. statuses.Select(static status => SnakeCase.Of(status.ToString()))];
}
