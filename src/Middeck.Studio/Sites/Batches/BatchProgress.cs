using Middeck.Jobs;
using Middeck.Storage.Sql;
using Middeck.Studio.Conversations;

namespace Middeck.Studio.Sites.Batches;

/// <summary>The rows of batches as the job works through them.</summary>
internal sealed class BatchProgress(Database database, TimeProvider clock)
{
    /// <summary>Takes a batch up; null when it is gone or has ended.</summary>
    public Task<BatchWork?> OpenAsync(Guid id, CancellationToken cancellationToken)
        => database.FirstOrDefaultAsync(
            $"""
            UPDATE studio.batch b SET state = 'running', error = NULL
            WHERE b.id = {id} AND b.state IN ('waiting', 'running')
            RETURNING b.id, b.workspace_id, b.app_id, b.user_id, b.end_user_id, b.columns,
                (SELECT external_id FROM studio.end_user u WHERE u.id = b.end_user_id) AS end_user
            """,
            static row => new BatchWork(
                row.Get<Guid>("id"), row.Get<Guid>("workspace_id"), row.Get<Guid>("app_id"),
                row.Get<Guid?>("user_id") is { } user ? Person.User(user) : Person.EndUser(row.Get<Guid>("end_user_id")),
                row.Get<string?>("end_user"), row.Json<List<string>>("columns")!),
            cancellationToken);

    /// <summary>The lines without an end. One that was answered before a crash comes with its answer: it is not asked again.</summary>
    public Task<List<BatchLine>> LinesAsync(Guid id, CancellationToken cancellationToken)
        => database.QueryAsync(
            $"""
            SELECT r.position, r.cells, m.answer
            FROM studio.batch_row r LEFT JOIN studio.message m ON m.id = r.message_id AND m.status = 'completed'
            WHERE r.batch_id = {id} AND r.state IN ('waiting', 'running') ORDER BY r.position
            """,
            static row => new BatchLine(
                row.Get<int>("position"), row.Json<string[]>("cells")!, row.Get<string?>("answer")),
            cancellationToken);

    public Task BeginAsync(Guid id, int position, Guid messageId, CancellationToken cancellationToken)
        => database.ExecuteAsync(
            $"""
            UPDATE studio.batch_row SET state = 'running', message_id = {messageId}
            WHERE batch_id = {id} AND position = {position}
            """,
            cancellationToken);

    public Task EndLineAsync(
        Guid id, int position, string? answer, string? error, CancellationToken cancellationToken)
        => database.ExecuteAsync(
            $"""
            UPDATE studio.batch_row SET state = {(error is null ? BatchRowState.Succeeded : BatchRowState.Failed)},
                answer = {answer}::text, error = {error}::text
            WHERE batch_id = {id} AND position = {position}
            """,
            cancellationToken);

    /// <summary>Ends the batch; lines that were being answered wait again, as nobody answers them.</summary>
    public Task EndAsync(Guid id, JobState state, string? error, CancellationToken cancellationToken)
        => database.ExecuteAllAsync(
            [
                SqlText.Of($"""
                    UPDATE studio.batch SET state = {state}, error = {error}::text, finished_at = {clock.GetUtcNow()}
                    WHERE id = {id} AND state IN ('waiting', 'running')
                    """),
                SqlText.Of($"""
                    UPDATE studio.batch_row SET state = 'waiting' WHERE batch_id = {id} AND state = 'running'
                    """),
            ],
            cancellationToken);
}
