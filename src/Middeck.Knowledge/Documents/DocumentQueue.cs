using Middeck.Jobs;
using Middeck.Knowledge.Ingestion;
using Middeck.Storage.Sql;

namespace Middeck.Knowledge.Documents;

/// <summary>Gives documents their job. The document's row is the truth: one that waits without a job is found again.</summary>
internal sealed class DocumentQueue(DocumentStore documents, DocumentStates states, IJobQueue jobs)
{
    private const int Batch = 100;

    /// <summary>Whether a document waits for its job or is being worked on.</summary>
    public static SqlText AtWork
        => SqlText.Of($"document.status IN ('waiting', 'parsing', 'cleaning', 'splitting', 'indexing')");

    /// <returns>The job's id.</returns>
    public async Task<Guid> EnqueueAsync(DocumentRow row, CancellationToken cancellationToken)
    {
        var jobId = await jobs.EnqueueAsync(Request(row), cancellationToken);
        await documents.SetJobAsync(row.Id, jobId, cancellationToken);
        return jobId;
    }

    /// <summary>The same for a row that was written with its job's id. If this is not reached, the sweep finds that there is no such job.</summary>
    public Task EnqueueNewAsync(DocumentRow row, CancellationToken cancellationToken)
        => jobs.EnqueueAsync(Request(row) with { Id = row.JobId }, cancellationToken);

    /// <summary>Gives a job to every document of a base that waits without one.</summary>
    public async Task EnqueueWaitingAsync(Guid baseId, CancellationToken cancellationToken)
    {
        List<DocumentRow> waiting;
        do
        {
            waiting = await states.WaitingAsync(baseId, Batch, cancellationToken);
            foreach (var row in waiting)
            {
                await EnqueueAsync(row, cancellationToken);
            }
        }
        while (waiting.Count == Batch);
    }

    private static JobRequest Request(DocumentRow row)
        => new(IngestDocumentJob.Kind, row.WorkspaceId, row.Id, row.Name, RequestedBy: row.CreatedBy);
}
