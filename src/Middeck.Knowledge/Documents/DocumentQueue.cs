using Microsoft.Extensions.Logging;
using Middeck.Jobs;
using Middeck.Knowledge.Ingestion;

namespace Middeck.Knowledge.Documents;

/// <summary>Gives documents their job. The document's row is the truth: one that waits without a job is found again.</summary>
internal sealed partial class DocumentQueue(
    DocumentStore documents, IJobQueue jobs, TimeProvider clock, ILogger<DocumentQueue> logger)
{
    // Long enough that an upload which is between its row and its job is not taken for a lost one.
    private static readonly TimeSpan Overdue = TimeSpan.FromMinutes(1);

    /// <returns>The job's id.</returns>
    public async Task<Guid> EnqueueAsync(DocumentRow row, CancellationToken cancellationToken)
    {
        var jobId = await jobs.EnqueueAsync(
            new JobRequest(IngestDocumentJob.Kind, row.WorkspaceId, row.Id, row.Name, RequestedBy: row.CreatedBy),
            cancellationToken);
        await documents.SetJobAsync(row.Id, jobId, cancellationToken);
        return jobId;
    }

    /// <summary>Queues what a crash has left without a job.</summary>
    public async Task EnqueueLostAsync(CancellationToken cancellationToken)
    {
        var lost = await documents.WithoutJobAsync(clock.GetUtcNow() - Overdue, cancellationToken);
        foreach (var row in lost)
        {
            await EnqueueAsync(row, cancellationToken);
        }

        if (lost.Count > 0)
        {
            LogFound(lost.Count);
        }
    }

    [LoggerMessage(LogLevel.Warning, "{Count} documents waited without a job and were queued.")]
    private partial void LogFound(int count);
}
