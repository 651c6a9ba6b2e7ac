using System.Text.Json;
using Middeck.Core;
using Middeck.Core.Identifiers;
using Middeck.Jobs;
using Middeck.Storage.Sql;

namespace Middeck.Studio.Annotations.Transfer;

/// <summary>The rows of imports.</summary>
internal sealed class AnnotationImportStore(Database database, TimeProvider clock)
{
    private const int Kept = 20;

    /// <summary>Keeps what is to be written, and forgets all but the app's latest imports.</summary>
    public async Task<AnnotationImport> InsertAsync(
        Guid workspaceId, Guid appId, ImportFile file, Guid? createdBy, CancellationToken cancellationToken)
    {
        var import = new AnnotationImport(
            Ids.New(clock), JobState.Waiting, file.Entries.Count, 0, file.Faults, null, null, clock.GetUtcNow());
        var entries = JsonSerializer.Serialize(file.Entries, Json.Snake);
        var faults = JsonSerializer.Serialize(file.Faults, Json.Snake);
        await database.ExecuteAsync(
            $"""
            WITH old AS (
                DELETE FROM studio.annotation_import WHERE id IN (
                    SELECT id FROM studio.annotation_import
                    WHERE app_id = {appId} AND state NOT IN ('waiting', 'running') ORDER BY id DESC OFFSET {Kept}))
            INSERT INTO studio.annotation_import
                (id, workspace_id, app_id, state, entries, faults, total, written, created_by, created_at)
            VALUES ({import.Id}, {workspaceId}, {appId}, 'waiting', {SqlText.Jsonb(entries)}, {SqlText.Jsonb(faults)},
                {import.Total}, 0, {createdBy}::uuid, {import.CreatedAt})
            """,
            cancellationToken);
        return import;
    }

    public Task SetJobAsync(Guid id, Guid jobId, CancellationToken cancellationToken)
        => database.ExecuteAsync(
            $"UPDATE studio.annotation_import SET job_id = {jobId} WHERE id = {id}", cancellationToken);

    public Task<AnnotationImport?> FindAsync(
        Guid workspaceId, Guid appId, Guid id, CancellationToken cancellationToken)
        => database.FirstOrDefaultAsync(
            $"""
            SELECT id, state, total, written, faults, error, job_id, created_at FROM studio.annotation_import
            WHERE workspace_id = {workspaceId} AND app_id = {appId} AND id = {id}
            """,
            static row => new AnnotationImport(
                row.Get<Guid>("id"),
                row.Word<JobState>("state"),
                row.Get<int>("total"),
                row.Get<int>("written"),
                row.Json<List<ImportFault>>("faults")!,
                row.Get<string?>("error"),
                row.Get<Guid?>("job_id"),
                row.Get<DateTimeOffset>("created_at")),
            cancellationToken);

    /// <summary>What is to be written; null when the import is gone.</summary>
    public Task<PendingImport?> PendingAsync(Guid id, CancellationToken cancellationToken)
        => database.FirstOrDefaultAsync(
            $"SELECT app_id, entries, written, created_by FROM studio.annotation_import WHERE id = {id}",
            static row => new PendingImport(
                row.Get<Guid>("app_id"),
                row.Json<List<AnnotationText>>("entries")!,
                row.Get<int>("written"),
                row.Get<Guid?>("created_by")),
            cancellationToken);

    /// <summary>Writes a batch together with how far it has come, so that a batch is never written twice.</summary>
    /// <returns>False when somebody else has written it, or the import is gone.</returns>
    public Task<bool> WriteAsync(
        Guid importId, int written, IReadOnlyList<AnnotationText> batch, CancellationToken cancellationToken)
        => database.InTransactionAsync(
            async sql =>
            {
                var isNext = await sql.ExecuteAsync(
                    $"""
                    UPDATE studio.annotation_import SET state = 'running', error = NULL, written = written + {batch.Count}
                    WHERE id = {importId} AND written = {written}
                    """,
                    cancellationToken) > 0;
                if (isNext)
                {
                    Guid[] ids = [.. batch.Select(_ => Ids.New(clock))];
                    string[] questions = [.. batch.Select(text => text.Question)];
                    string[] answers = [.. batch.Select(text => text.Answer)];
                    await sql.ExecuteAsync(
                        $"""
                        INSERT INTO studio.annotation
                            (id, workspace_id, app_id, question, answer, created_by, created_at, updated_at)
                        SELECT made.id, i.workspace_id, i.app_id, made.question, made.answer, i.created_by,
                            {clock.GetUtcNow()}, {clock.GetUtcNow()}
                        FROM unnest({ids}, {questions}, {answers}) AS made (id, question, answer)
                        JOIN studio.annotation_import i ON i.id = {importId}
                        """,
                        cancellationToken);
                }

                return isNext;
            },
            cancellationToken);

    /// <summary>Ends an import; what was to be written goes when all of it is.</summary>
    public Task EndAsync(Guid id, JobState state, string? error, CancellationToken cancellationToken)
        => database.ExecuteAsync(
            $"""
            UPDATE studio.annotation_import SET state = {state}, error = {error}::text,
                entries = CASE WHEN written = total THEN '[]' ELSE entries END
            WHERE id = {id}
            """,
            cancellationToken);
}
