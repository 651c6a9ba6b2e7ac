using Middeck.Jobs;
using Middeck.Storage.Sql;

namespace Middeck.Studio.Evaluation.Runs;

/// <summary>Removes runs with all that was said in them.</summary>
internal sealed class EvaluationRemoval(Database database, IJobQueue jobs)
{
    /// <summary>Removes a run; one that goes on is stopped.</summary>
    public async Task RemoveAsync(Guid workspaceId, Guid id, Guid? jobId, CancellationToken cancellationToken)
    {
        if (jobId is { } job)
        {
            await jobs.CancelAsync(workspaceId, job, cancellationToken);
        }

        // Each case was asked by a person of its own, whose conversation goes with it.
        await database.ExecuteAsync(
            $"""
            WITH person AS (
                DELETE FROM studio.end_user WHERE id IN (
                    SELECT c.end_user_id FROM studio.evaluation_result r JOIN studio.message m ON m.id = r.message_id
                        JOIN studio.conversation c ON c.id = m.conversation_id AND c.source = 'evaluation'
                    WHERE r.evaluation_id = {id}))
            DELETE FROM studio.evaluation WHERE workspace_id = {workspaceId} AND id = {id}
            """,
            cancellationToken);
    }

    /// <summary>Removes the runs over a set but for the newest ones.</summary>
    public async Task RemoveOfSetAsync(Guid workspaceId, Guid setId, int keep, CancellationToken cancellationToken)
    {
        var old = await database.QueryAsync(
            $"""
            SELECT id, job_id FROM studio.evaluation WHERE workspace_id = {workspaceId} AND set_id = {setId}
            ORDER BY id DESC OFFSET {keep}
            """,
            static row => (Id: row.Get<Guid>("id"), Job: row.Get<Guid?>("job_id")),
            cancellationToken);
        foreach (var (id, job) in old)
        {
            await RemoveAsync(workspaceId, id, job, cancellationToken);
        }
    }
}
