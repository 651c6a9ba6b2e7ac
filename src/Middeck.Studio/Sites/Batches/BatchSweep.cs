using Middeck.Jobs;
using Middeck.Storage.Sql;

namespace Middeck.Studio.Sites.Batches;

/// <summary>Finds batches that a crash has left without a job.</summary>
internal sealed class BatchSweep(Database database, BatchStore store, IJobQueue jobs, TimeProvider clock)
{
    private static readonly TimeSpan After = TimeSpan.FromMinutes(1);

    public async Task SweepAsync(CancellationToken cancellationToken)
    {
        var lost = await database.QueryAsync(
            $"""
            SELECT id, workspace_id, name FROM studio.batch
            WHERE state = 'waiting' AND job_id IS NULL AND created_at < {clock.GetUtcNow() - After}
            """,
            static row => (Id: row.Get<Guid>("id"), WorkspaceId: row.Get<Guid>("workspace_id"), Name: row.Get<string>("name")),
            cancellationToken);
        foreach (var batch in lost)
        {
            var job = await jobs.EnqueueAsync(
                new JobRequest(AnswerBatchJob.Kind, batch.WorkspaceId, batch.Id, batch.Name), cancellationToken);
            await store.SetJobAsync(batch.Id, job, cancellationToken);
        }
    }
}
