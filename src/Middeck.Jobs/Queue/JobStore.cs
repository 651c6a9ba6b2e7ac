using Middeck.Core.Paging;
using Middeck.Storage.Sql;

namespace Middeck.Jobs.Queue;

/// <summary>The rows of jobs, as the queue and the API use them.</summary>
internal sealed class JobStore(Database database, TimeProvider clock)
{
    public const int MaxAttempts = 3;

    public Task InsertAsync(Guid id, JobRequest request, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        return database.ExecuteAsync(
            $"""
            INSERT INTO jobs.job
                (id, workspace_id, kind, subject, title, state, max_attempts, payload, requested_by, not_before, created_at)
            VALUES
                ({id}, {request.WorkspaceId}, {request.Kind}, {request.Subject}, {request.Title}, 'waiting', {MaxAttempts},
                 {SqlText.Jsonb(request.PayloadJson)}, {request.RequestedBy}, {now}, {now})
            """,
            cancellationToken);
    }

    public Task<JobRow?> FindAsync(Guid workspaceId, Guid id, CancellationToken cancellationToken)
        => database.FirstOrDefaultAsync(
            $"SELECT {JobRow.Columns} FROM jobs.job WHERE workspace_id = {workspaceId} AND id = {id}",
            JobRow.Read,
            cancellationToken);

    public async Task<Page<Job>> ListAsync(
        Guid workspaceId, JobState? state, string? kind, PageRequest page, CancellationToken cancellationToken)
    {
        var ofState = state is { } wanted ? SqlText.Of($"AND state = {wanted}") : SqlText.Empty;
        var ofKind = kind is null ? SqlText.Empty : SqlText.Of($"AND kind = {kind}");
        var after = page.After is { } last ? SqlText.Of($"AND id < {last}") : SqlText.Empty;
        var rows = await database.QueryAsync(
            $"""
            SELECT {JobRow.Columns} FROM jobs.job
            WHERE workspace_id = {workspaceId} {ofState} {ofKind} {after}
            ORDER BY id DESC LIMIT {page.Fetch}
            """,
            JobRow.Read,
            cancellationToken);
        return page.ToPage(rows, row => row.Job.Id).Select(row => row.Job);
    }

    /// <summary>Ends a waiting job or marks a running one; null when it is neither.</summary>
    public Task<JobRow?> CancelAsync(Guid workspaceId, Guid id, CancellationToken cancellationToken)
        // One UPDATE decides which of the two it is, so a node that takes the job up at this very moment sees the mark.
        => database.FirstOrDefaultAsync(
            $"""
            UPDATE jobs.job SET
                cancel_requested = true,
                finished_at = CASE WHEN state = 'waiting' THEN {clock.GetUtcNow()} END,
                settled = state <> 'waiting',
                state = CASE WHEN state = 'waiting' THEN 'cancelled' ELSE state END
            WHERE workspace_id = {workspaceId} AND id = {id} AND state IN ('waiting', 'running')
            RETURNING {JobRow.Columns}
            """,
            JobRow.Read,
            cancellationToken);

    /// <summary>Puts a failed or cancelled job back into the queue; null when it is neither.</summary>
    public Task<JobRow?> RetryAsync(Guid workspaceId, Guid id, CancellationToken cancellationToken)
        => database.FirstOrDefaultAsync(
            $"""
            UPDATE jobs.job SET
                state = 'waiting', attempt = 0, progress = 0, fact = NULL, error = NULL, cancel_requested = false,
                settled = true, started_at = NULL, finished_at = NULL, not_before = {clock.GetUtcNow()}
            WHERE workspace_id = {workspaceId} AND id = {id} AND state IN ('failed', 'cancelled')
            RETURNING {JobRow.Columns}
            """,
            JobRow.Read,
            cancellationToken);

    /// <summary>Since when the job that waits longest could have begun; null when none waits.</summary>
    public Task<DateTimeOffset?> OldestDueAsync(CancellationToken cancellationToken)
        => database.ScalarAsync<DateTimeOffset?>(
            $"SELECT min(not_before) FROM jobs.job WHERE state = 'waiting'", cancellationToken);

    /// <summary>Jobs that ended without success and whose room may not have heard of it.</summary>
    public Task<List<JobRow>> UnsettledAsync(DateTimeOffset endedBefore, CancellationToken cancellationToken)
        => database.QueryAsync(
            $"SELECT {JobRow.Columns} FROM jobs.job WHERE NOT settled AND finished_at < {endedBefore} LIMIT 100",
            JobRow.Read,
            cancellationToken);

    public Task SettledAsync(Job job, CancellationToken cancellationToken)
        // A job that was put back into the queue in the meantime is another story.
        => database.ExecuteAsync(
            $"UPDATE jobs.job SET settled = true WHERE id = {job.Id} AND state = {job.State} AND attempt = {job.Attempt}",
            cancellationToken);

    /// <summary>Removes what ended before the time, oldest first, at most a batch.</summary>
    public Task<int> TrimAsync(DateTimeOffset endedBefore, int batch, CancellationToken cancellationToken)
        => database.ExecuteAsync(
            $"""
            DELETE FROM jobs.job WHERE id IN
                (SELECT id FROM jobs.job WHERE finished_at < {endedBefore} AND settled ORDER BY finished_at LIMIT {batch})
            """,
            cancellationToken);

    /// <summary>Removes a workspace's jobs but those that run, which are asked to stop, and leaves one alone.</summary>
    /// <returns>The jobs that were asked to stop.</returns>
    public async Task<List<Guid>> EraseAsync(Guid workspaceId, Guid? except, CancellationToken cancellationToken)
    {
        await database.ExecuteAsync(
            $"DELETE FROM jobs.job WHERE workspace_id = {workspaceId} AND state <> 'running'", cancellationToken);
        return await database.QueryAsync(
            $"""
            UPDATE jobs.job SET cancel_requested = true
            WHERE workspace_id = {workspaceId} AND id <> {except ?? Guid.Empty}
            RETURNING id
            """,
            row => row.At<Guid>(0),
            cancellationToken);
    }
}
