using Middeck.Jobs;
using Middeck.Knowledge.Bases;

namespace Middeck.Knowledge.Indexing;

/// <summary>Gives bases that wait for vectors their job.</summary>
internal sealed class ReembeddingQueue(ReembeddingStore store, IJobQueue jobs)
{
    public async Task<Guid> EnqueueAsync(KnowledgeBaseRow row, Guid? requestedBy, CancellationToken cancellationToken)
    {
        var jobId = await jobs.EnqueueAsync(
            new JobRequest(ReembedBaseJob.Kind, row.WorkspaceId, row.Id, row.Name, RequestedBy: requestedBy), cancellationToken);
        await store.SetJobAsync(row.Id, jobId, cancellationToken);
        return jobId;
    }

    /// <summary>Queues bases that wait and whose job is gone.</summary>
    public async Task EnqueueLostAsync(CancellationToken cancellationToken)
    {
        foreach (var row in await store.WaitingAsync(cancellationToken))
        {
            var job = row.ReembeddingJob is { } id ? await jobs.FindAsync(row.WorkspaceId, id, cancellationToken) : null;
            if (job?.State is not (JobState.Waiting or JobState.Running))
            {
                await EnqueueAsync(row, requestedBy: null, cancellationToken);
            }
        }
    }
}
