using Microsoft.Extensions.Logging;
using Middeck.Jobs;
using Middeck.Storage.Sql;

namespace Middeck.Knowledge.Sources;

/// <summary>Asks for runs of sources, one at a time each. The source's row is the truth: one that waits without a job is found again.</summary>
internal sealed partial class SourceQueue(
    Database database, IJobQueue jobs, SourceEvents events, TimeProvider clock, ILogger<SourceQueue> logger)
{
    private const int Batch = 100;

    private static readonly TimeSpan Overdue = TimeSpan.FromMinutes(1);

    /// <summary>Asks for a run. Null when one is asked for or going on, or the source is gone.</summary>
    /// <param name="id">The source.</param>
    /// <param name="trigger">Why.</param>
    /// <param name="by">The person; null for the schedule.</param>
    /// <param name="confirmedGone">How many documents may go without asking.</param>
    /// <param name="cancellationToken">Until the row is written.</param>
    public Task<SourceRow?> RequestAsync(
        Guid id, SyncTrigger trigger, Guid? by, int confirmedGone, CancellationToken cancellationToken)
        => AskAsync(
            SqlText.Of(
                $"""
                UPDATE knowledge.source
                SET state = {SourceState.Queued}, requested_at = {clock.GetUtcNow()}, requested_by = {by}, trigger = {trigger},
                    confirmed_gone = {confirmedGone}, job_id = NULL
                WHERE id = {id} AND state NOT IN ({SourceState.Queued}, {SourceState.Running}, {SourceState.Removing})
                RETURNING {SourceRow.Columns}
                """),
            SyncSourceJob.Kind,
            cancellationToken);

    /// <summary>Asks for the source to be removed with its documents. Null when it is gone.</summary>
    public Task<SourceRow?> RequestRemovalAsync(Guid id, Guid? by, CancellationToken cancellationToken)
        => AskAsync(
            SqlText.Of(
                $"""
                UPDATE knowledge.source
                SET state = {SourceState.Removing}, requested_at = {clock.GetUtcNow()}, requested_by = {by}, next_run_at = NULL
                WHERE id = {id} AND state <> {SourceState.Removing}
                RETURNING {SourceRow.Columns}
                """),
            RemoveSourceJob.Kind,
            cancellationToken);

    /// <summary>Queues the sources whose time has come, and what a crash has left without a job.</summary>
    public async Task SweepAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var due = await database.QueryAsync(
            $"""
            SELECT source.id FROM knowledge.source
            JOIN knowledge.base ON base.id = source.base_id AND base.deleted_at IS NULL
            WHERE source.next_run_at <= {now}
              AND source.state NOT IN ({SourceState.Queued}, {SourceState.Running}, {SourceState.Removing})
            ORDER BY source.next_run_at LIMIT {Batch}
            """,
            static row => row.At<Guid>(0),
            cancellationToken);
        foreach (var id in due)
        {
            await RequestAsync(id, SyncTrigger.Schedule, null, 0, cancellationToken);
        }

        var lost = await database.QueryAsync(
            $"""
            UPDATE knowledge.source SET requested_at = {now}
            WHERE id IN (SELECT id FROM knowledge.source WHERE requested_at < {now - Overdue} LIMIT {Batch})
            RETURNING {SourceRow.Columns}
            """,
            SourceRow.From,
            cancellationToken);
        foreach (var row in lost)
        {
            await EnqueueAsync(
                row, row.State == SourceState.Removing ? RemoveSourceJob.Kind : SyncSourceJob.Kind, cancellationToken);
        }

        if (lost.Count > 0)
        {
            LogFound(lost.Count);
        }
    }

    private async Task<SourceRow?> AskAsync(SqlText request, string kind, CancellationToken cancellationToken)
    {
        var row = await database.FirstOrDefaultAsync(request, SourceRow.From, cancellationToken);
        return row is null ? null : await EnqueueAsync(row, kind, CancellationToken.None);
    }

    private async Task<SourceRow> EnqueueAsync(SourceRow row, string kind, CancellationToken cancellationToken)
    {
        var jobId = await jobs.EnqueueAsync(
            new JobRequest(kind, row.WorkspaceId, row.Id, row.Name, RequestedBy: row.RequestedBy), cancellationToken);
        await database.ExecuteAsync(
            $"UPDATE knowledge.source SET job_id = {jobId}, requested_at = NULL WHERE id = {row.Id}", cancellationToken);
        var queued = row with { JobId = jobId };
        events.Changed(queued);
        return queued;
    }

    [LoggerMessage(LogLevel.Warning, "{Count} sources waited without a job and were queued.")]
    private partial void LogFound(int count);
}
