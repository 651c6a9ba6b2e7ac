using Middeck.Core.Errors;
using Middeck.Jobs;
using Middeck.Knowledge.Documents;
using Middeck.Knowledge.Indexing;

namespace Middeck.Knowledge.Chunks;

/// <summary>Makes the vectors of a document's edited chunks.</summary>
internal sealed class EmbedChunksJob(DocumentStore documents, VectorMaker maker, DocumentEvents events) : IJobHandler
{
    /// <summary>The job's kind.</summary>
    public const string Kind = "knowledge.embed_chunks";

    public async Task ExecuteAsync(IJobContext job, CancellationToken cancellationToken)
    {
        if (await documents.FindAsync(job.WorkspaceId, job.Subject, cancellationToken) is not { } document)
        {
            return;
        }

        try
        {
            await maker.MakeAsync(
                document, KnowledgeCalls.ByJob(document.WorkspaceId, document.CreatedBy, job.JobId), cancellationToken);
            events.Changed(document);
        }
        catch (FaultException ex) when (ex.Fault.Kind
            is FaultKind.Upstream or FaultKind.Unavailable or FaultKind.Timeout or FaultKind.TooMany)
        {
            // A refusal would end the job at once; a model that is down for a minute is worth another attempt.
            throw new EmbeddingUnavailableException(ex.Fault.Detail, ex);
        }
    }

    // The row still says that vectors are wanted, and the sweep asks for another job.
    public Task OnEndedAsync(IJobContext job, JobState state, string? error, CancellationToken cancellationToken)
        => Task.CompletedTask;
}
