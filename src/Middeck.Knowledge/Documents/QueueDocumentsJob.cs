using Middeck.Jobs;

namespace Middeck.Knowledge.Documents;

/// <summary>Gives many documents of a base their jobs, so that whoever asked for it need not wait.</summary>
internal sealed class QueueDocumentsJob(DocumentQueue queue) : IJobHandler
{
    /// <summary>The job's kind.</summary>
    public const string Kind = "knowledge.queue_documents";

    public Task ExecuteAsync(IJobContext job, CancellationToken cancellationToken)
        => queue.EnqueueWaitingAsync(job.Subject, cancellationToken);

    // The rows still wait, and the sweep finds them.
    public Task OnEndedAsync(IJobContext job, JobState state, string? error, CancellationToken cancellationToken)
        => Task.CompletedTask;
}
