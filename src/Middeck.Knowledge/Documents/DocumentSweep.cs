using Microsoft.Extensions.Logging;
using Middeck.Jobs;
using Middeck.Knowledge.Ingestion;

namespace Middeck.Knowledge.Documents;

/// <summary>
/// Looks whether every document that says it is being worked on has a job that works on it. One without is queued, and one whose
/// job has ended gets its end.
/// </summary>
internal sealed partial class DocumentSweep(
    DocumentStates documents,
    DocumentQueue queue,
    IngestionStore ingestion,
    DocumentEvents events,
    IJobQueue jobs,
    TimeProvider clock,
    ILogger<DocumentSweep> logger)
{
    private const int Batch = 200;

    // Long enough that an upload which is between its row and its job, or a job that is just ending, is not taken for a lost one.
    private static readonly TimeSpan Overdue = TimeSpan.FromMinutes(1);

    private Guid _after;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var before = clock.GetUtcNow() - Overdue;
        var queued = 0;
        foreach (var row in await documents.WithoutJobAsync(before, cancellationToken))
        {
            await queue.EnqueueAsync(row, cancellationToken);
            queued++;
        }

        // A batch each time, all of them in turn: however many wait, each is looked at.
        var rows = await documents.AtWorkAsync(before, _after, Batch, cancellationToken);
        _after = rows.Count == Batch ? rows[^1].Id : Guid.Empty;
        foreach (var row in rows)
        {
            queued += await PutRightAsync(row, cancellationToken) ? 1 : 0;
        }

        if (queued > 0)
        {
            LogFound(queued);
        }
    }

    private async Task<bool> PutRightAsync(DocumentRow row, CancellationToken cancellationToken)
    {
        var job = await jobs.FindAsync(row.WorkspaceId, row.JobId!.Value, cancellationToken);
        switch (job?.State)
        {
            case JobState.Waiting or JobState.Running:
                return false;
            case JobState.Failed or JobState.Cancelled:
                var status = job.State == JobState.Failed ? DocumentStatus.Error : DocumentStatus.Cancelled;
                if (await ingestion.EndAsync(row.Id, row.JobId, status, job.Error, cancellationToken) is { } ended)
                {
                    events.Changed(ended);
                }

                return false;
            default:
                if (!await documents.RequeueAsync(row, cancellationToken))
                {
                    return false;
                }

                await queue.EnqueueAsync(row, cancellationToken);
                return true;
        }
    }

    [LoggerMessage(LogLevel.Warning, "{Count} documents waited without a job and were queued.")]
    private partial void LogFound(int count);
}
