using System.Text.Json;
using Middeck.Core;
using Middeck.Core.Identifiers;
using Middeck.Core.Paging;
using Middeck.Storage.Sql;

namespace Middeck.Knowledge.Sources;

/// <summary>What runs write about themselves and their source.</summary>
internal sealed class SourceRunStore(Database database, TimeProvider clock)
{
    /// <summary>Takes the source up for a job, or again after a crash. Null when it is gone, or another job has it.</summary>
    public Task<(SourceRow Source, SourceRun Run)?> BeginAsync(
        Guid sourceId, Guid jobId, CancellationToken cancellationToken)
        => database.InTransactionAsync<(SourceRow, SourceRun)?>(
            async sql =>
            {
                var now = clock.GetUtcNow();
                var source = await sql.FirstOrDefaultAsync(
                    $"""
                    UPDATE knowledge.source
                    SET state = {SourceState.Running}, job_id = {jobId}, requested_at = NULL, last_run_at = {now}, error = NULL,
                        error_code = NULL
                    FROM knowledge.base
                    WHERE source.id = {sourceId} AND source.state IN ({SourceState.Queued}, {SourceState.Running})
                      AND (source.job_id = {jobId} OR source.job_id IS NULL)
                      AND base.id = source.base_id AND base.deleted_at IS NULL
                    RETURNING {SourceRow.Columns}
                    """,
                    SourceRow.From,
                    cancellationToken);
                if (source is null)
                {
                    return null;
                }

                var run = await sql.FirstOrDefaultAsync(
                    $"""
                    INSERT INTO knowledge.source_run (id, workspace_id, source_id, job_id, trigger, state, started_at)
                    VALUES ({Ids.New(clock)}, {source.WorkspaceId}, {sourceId}, {jobId}, {source.Trigger}, {SyncState.Running}, {now})
                    ON CONFLICT (job_id) DO UPDATE
                    SET state = excluded.state, added = 0, changed = 0, unchanged = 0, skipped = 0, gone = 0, failed = 0,
                        failures = '[]', error = NULL, error_code = NULL, finished_at = NULL
                    RETURNING {SourceRun.Columns}
                    """,
                    SourceRun.From,
                    cancellationToken);
                return (source, run!);
            },
            cancellationToken);

    /// <summary>How far the run is. False when it is no longer this job's, and there is nothing more to do.</summary>
    public async Task<bool> ReportAsync(
        SourceRun run, SyncCounts counts, IReadOnlyList<SyncFailure> failures, CancellationToken cancellationToken)
        => await database.ExecuteAsync(
            $"""
            UPDATE knowledge.source_run
            SET {Set(counts, failures)}
            FROM knowledge.source
            JOIN knowledge.base ON base.id = source.base_id AND base.deleted_at IS NULL
            WHERE source_run.id = {run.Id} AND source_run.state = {SyncState.Running}
              AND source.id = source_run.source_id AND source.job_id = source_run.job_id AND source.state = {SourceState.Running}
            """,
            cancellationToken) == 1;

    /// <summary>Writes down how a run ended, and the source with it. Null when the source is gone or the run has ended already.</summary>
    public Task<(SourceRow Source, SourceRun? Run)?> EndAsync(
        Guid sourceId, Guid jobId, SyncEnd end, CancellationToken cancellationToken)
        => database.InTransactionAsync<(SourceRow, SourceRun?)?>(
            async sql =>
            {
                var now = clock.GetUtcNow();
                var source = await sql.FirstOrDefaultAsync(
                    $"""
                    UPDATE knowledge.source
                    SET state = {end.SourceState}, error = {end.Error}, error_code = {end.ErrorCode}, confirmed_gone = 0,
                        requested_at = NULL
                    WHERE id = {sourceId} AND job_id = {jobId} AND state IN ({SourceState.Queued}, {SourceState.Running})
                    RETURNING {SourceRow.Columns}
                    """,
                    SourceRow.From,
                    cancellationToken);
                if (source is null)
                {
                    return null;
                }

                var next = SourceSchedule.Interval(source.Schedule) is { } interval ? now + interval : (DateTimeOffset?)null;
                await sql.ExecuteAsync(
                    $"UPDATE knowledge.source SET next_run_at = {next} WHERE id = {sourceId}", cancellationToken);
                var counted = end.Counts is { } counts
                    ? SqlText.Of($", {Set(counts, end.Failures)}")
                    : SqlText.Empty;
                var run = await sql.FirstOrDefaultAsync(
                    $"""
                    UPDATE knowledge.source_run
                    SET state = {end.State}, error = {end.Error}, error_code = {end.ErrorCode}, finished_at = {now} {counted}
                    WHERE job_id = {jobId} AND source_id = {sourceId}
                    RETURNING {SourceRun.Columns}
                    """,
                    SourceRun.From,
                    cancellationToken);
                return (source with { NextRunAt = next }, run);
            },
            cancellationToken);

    public async Task<Page<SourceRun>> PageAsync(Guid sourceId, PageRequest page, CancellationToken cancellationToken)
    {
        var rows = await database.QueryAsync(
            $"""
            SELECT {SourceRun.Columns} FROM knowledge.source_run
            WHERE source_id = {sourceId} AND ({page.After}::uuid IS NULL OR id < {page.After}::uuid)
            ORDER BY id DESC LIMIT {page.Fetch}
            """,
            SourceRun.From,
            cancellationToken);
        return page.ToPage(rows, static run => run.Id);
    }

    /// <summary>The last run of each source.</summary>
    public async Task<Dictionary<Guid, SourceRun>> LastAsync(Guid[] sourceIds, CancellationToken cancellationToken)
        => (await database.QueryAsync(
            $"""
            SELECT DISTINCT ON (source_id) {SourceRun.Columns} FROM knowledge.source_run
            WHERE source_id = ANY({sourceIds}) ORDER BY source_id, id DESC
            """,
            static row => (Source: row.Get<Guid>("source_id"), Run: SourceRun.From(row)),
            cancellationToken)).ToDictionary(static pair => pair.Source, static pair => pair.Run);

    /// <summary>Removes the oldest runs from before a time.</summary>
    public Task<int> TrimAsync(DateTimeOffset before, int batch, CancellationToken cancellationToken)
        => database.ExecuteAsync(
            $"""
            DELETE FROM knowledge.source_run
            WHERE id IN (SELECT id FROM knowledge.source_run WHERE started_at < {before} ORDER BY started_at LIMIT {batch})
            """,
            cancellationToken);

    private static SqlText Set(SyncCounts counts, IReadOnlyList<SyncFailure> failures) => SqlText.Of(
        $"""
        added = {counts.Added}, changed = {counts.Changed}, unchanged = {counts.Unchanged}, skipped = {counts.Skipped},
        gone = {counts.Gone}, failed = {counts.Failed},
        failures = {SqlText.Jsonb(JsonSerializer.Serialize(failures, Json.Snake))}
        """);
}
