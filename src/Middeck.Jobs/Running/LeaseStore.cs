using Middeck.Jobs.Queue;
using Middeck.Storage.Sql;
using Npgsql;

namespace Middeck.Jobs.Running;

/// <summary>
/// The rows of jobs, as a node that works on them uses them. Node and attempt together fence every write: a node that was
/// asleep while its lease ended cannot touch what another one, or itself, has taken up since.
/// </summary>
internal sealed class LeaseStore(Database database, Node node, TimeProvider clock)
{
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(30);

    /// <summary>
    /// Takes the oldest waiting job of the first workspace after the given one, and after the last the first again; null when
    /// there is none. Jobs whose subject is being worked on, or has an older job waiting, are passed over.
    /// </summary>
    public async Task<JobRow?> ClaimAsync(
        IReadOnlyList<string> kinds, Guid afterWorkspace, string traceId, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        try
        {
            return await database.FirstOrDefaultAsync(
                $"""
                UPDATE jobs.job SET
                    state = 'running', attempt = attempt + 1, lease_owner = {node.Id}, lease_expires_at = {now + Lease},
                    started_at = {now}, trace_id = {traceId}, error = NULL
                WHERE {Durability.Relaxed} AND state = 'waiting' AND id = coalesce(
                    ({First(kinds, now, SqlText.Of($"w.workspace_id > {afterWorkspace}"))}),
                    ({First(kinds, now, SqlText.Of($"w.workspace_id <= {afterWorkspace}"))}))
                RETURNING {JobRow.Columns}
                """,
                JobRow.Read,
                cancellationToken);
        }
        catch (PostgresException ex) when (ex.SqlState == PostgresErrorCodes.UniqueViolation)
        {
            // Another node took a job of the same subject between our look and our write.
            return null;
        }
    }

    /// <summary>When the next job that waits for its time may be taken up; null when none does.</summary>
    public Task<DateTimeOffset?> NextDueAsync(CancellationToken cancellationToken)
        => database.ScalarAsync<DateTimeOffset?>(
            $"SELECT min(not_before) FROM jobs.job WHERE state = 'waiting' AND not_before > {clock.GetUtcNow()}", cancellationToken);

    /// <summary>Prolongs this node's leases.</summary>
    /// <returns>Those that are still its own, and whether somebody asked to stop them.</returns>
    public Task<List<HeldLease>> RenewAsync(DateTimeOffset until, CancellationToken cancellationToken)
        => database.QueryAsync(
            $"""
            UPDATE jobs.job SET lease_expires_at = {until}
            WHERE lease_owner = {node.Id} AND state = 'running'
            RETURNING id, attempt, cancel_requested
            """,
            HeldLease.Read,
            cancellationToken);

    /// <summary>This node's leases as they are.</summary>
    public Task<List<HeldLease>> HeldAsync(Guid[] ids, CancellationToken cancellationToken)
        => database.QueryAsync(
            $"""
            SELECT id, attempt, cancel_requested FROM jobs.job
            WHERE id = ANY({ids}) AND lease_owner = {node.Id} AND state = 'running'
            """,
            HeldLease.Read,
            cancellationToken);

    public Task<JobRow?> ProgressAsync(
        RunningJob job, double progress, string? fact, CancellationToken cancellationToken)
        => UpdateAsync(job, SqlText.Of($"progress = {progress}, fact = {fact}"), Durability.Relaxed, cancellationToken);

    public Task<JobRow?> SucceedAsync(RunningJob job, CancellationToken cancellationToken)
        => UpdateAsync(
            job,
            SqlText.Of($"""
                state = 'succeeded', progress = 1, {LastFact(job)} finished_at = {clock.GetUtcNow()},
                lease_owner = NULL, lease_expires_at = NULL
                """),
            cancellationToken);

    /// <summary>Ends the job without success; its room is told afterwards.</summary>
    public Task<JobRow?> EndAsync(RunningJob job, JobState state, string? error, CancellationToken cancellationToken)
        => UpdateAsync(
            job,
            SqlText.Of($"""
                {LastReport(job)} state = {state}, error = {error}, settled = false, finished_at = {clock.GetUtcNow()},
                lease_owner = NULL, lease_expires_at = NULL
                """),
            cancellationToken);

    /// <summary>Puts the job back for another attempt.</summary>
    public Task<JobRow?> RetryAsync(RunningJob job, DateTimeOffset notBefore, string error, CancellationToken cancellationToken)
        => UpdateAsync(
            job,
            SqlText.Of($"""
                {LastReport(job)} state = 'waiting', error = {error}, not_before = {notBefore},
                lease_owner = NULL, lease_expires_at = NULL
                """),
            cancellationToken);

    /// <summary>Puts the job back as if it had not been taken up.</summary>
    public Task<JobRow?> ReturnAsync(RunningJob job, CancellationToken cancellationToken)
        => UpdateAsync(
            job,
            SqlText.Of($"""
                {LastReport(job)} state = 'waiting', attempt = attempt - 1, lease_owner = NULL, lease_expires_at = NULL
                """),
            cancellationToken);

    /// <summary>Puts the jobs whose node stopped renewing its lease back into the queue.</summary>
    public Task<int> ReleaseExpiredAsync(CancellationToken cancellationToken)
        // A single UPDATE, not load-and-save: a node that renews its lease at this very moment must win.
        => database.ExecuteAsync(
            $"""
            UPDATE jobs.job SET state = 'waiting', lease_owner = NULL, lease_expires_at = NULL
            WHERE state = 'running' AND lease_expires_at < {clock.GetUtcNow()}
            """,
            cancellationToken);

    // Kind by kind, each a look at the head of an index, however many jobs of a kind wait that this node has no room for.
    private static SqlText First(IReadOnlyList<string> kinds, DateTimeOffset now, SqlText workspaces)
        => SqlText.Of(
            $"""
            SELECT first.id
            FROM unnest({kinds.ToArray()}) AS wanted (kind)
            CROSS JOIN LATERAL (
                SELECT w.id, w.workspace_id FROM jobs.job w
                WHERE w.state = 'waiting' AND w.kind = wanted.kind AND w.not_before <= {now} AND {workspaces}
                    AND NOT EXISTS (
                        SELECT 1 FROM jobs.job r WHERE r.kind = w.kind AND r.subject = w.subject AND r.state = 'running')
                    AND NOT EXISTS (
                        SELECT 1 FROM jobs.job e
                        WHERE e.kind = w.kind AND e.subject = w.subject AND e.state = 'waiting' AND e.id < w.id)
                ORDER BY w.workspace_id, w.id
                LIMIT 1
                FOR UPDATE SKIP LOCKED) AS first
            ORDER BY first.workspace_id, first.id
            LIMIT 1
            """);

    private static SqlText LastReport(RunningJob job)
        => job.LastReport is { } last ? SqlText.Of($"progress = {last.Progress}, fact = {last.Fact},") : SqlText.Empty;

    private static SqlText LastFact(RunningJob job)
        => job.LastReport is { } last ? SqlText.Of($"fact = {last.Fact},") : SqlText.Empty;

    private Task<JobRow?> UpdateAsync(RunningJob job, SqlText changes, CancellationToken cancellationToken)
        => UpdateAsync(job, changes, SqlText.Of($"true"), cancellationToken);

    private Task<JobRow?> UpdateAsync(
        RunningJob job, SqlText changes, SqlText condition, CancellationToken cancellationToken)
        => database.FirstOrDefaultAsync(
            $"""
            UPDATE jobs.job SET {changes}
            WHERE id = {job.Id} AND state = 'running' AND lease_owner = {node.Id} AND attempt = {job.Attempt}
              AND {condition}
            RETURNING {JobRow.Columns}
            """,
            JobRow.Read,
            cancellationToken);
}
