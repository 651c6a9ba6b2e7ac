using Middeck.Core.Audit;
using Middeck.Core.Errors;
using Middeck.Core.Security;
using Middeck.Identity.Access;
using Middeck.Jobs;
using Middeck.Knowledge.Indexing;
using Middeck.Knowledge.Retrieval;

namespace Middeck.Knowledge.Bases;

/// <summary>Changes the embedding model of a base that has documents: the vectors are made beside the present ones.</summary>
internal sealed class EmbeddingModelChange(
    KnowledgeBaseAccess access,
    KnowledgeBaseStore bases,
    ReembeddingStore store,
    ReembeddingQueue queue,
    IJobQueue jobs,
    BaseDirectory directory,
    AuditTrail audit)
{
    /// <summary>Begins a change, in the place of one that is under way.</summary>
    public async Task<KnowledgeBaseRow> BeginAsync(
        Caller caller, KnowledgeBaseRow row, string model, CancellationToken cancellationToken)
    {
        await StopAsync(row, cancellationToken);
        if (!await store.BeginAsync(row.Id, model, cancellationToken))
        {
            throw KnowledgeFaults.NoBase();
        }

        await queue.EnqueueAsync(row, caller.UserId, cancellationToken);
        return await AgainAsync(row, cancellationToken);
    }

    /// <summary>Gives a change up; the present model stays.</summary>
    public async Task<KnowledgeBaseRow> CancelAsync(Caller caller, Guid id, CancellationToken cancellationToken)
    {
        var row = await access.OpenAsync(caller, id, AccessLevel.Edit, cancellationToken);
        if (!await store.GiveUpAsync(id, jobId: null, error: null, cancellationToken))
        {
            throw new FaultException(Fault.Conflict(
                "knowledge.not_reembedding", "The embedding model of the knowledge base is not being changed."));
        }

        await StopAsync(row, cancellationToken);

        // Takes away the vectors that were made so far.
        await queue.EnqueueAsync(row, caller.UserId, cancellationToken);
        audit.About("knowledge_base", id, row.Name).Change(new { row.NextEmbeddingModel }, null);
        return await AgainAsync(row, cancellationToken);
    }

    private async Task StopAsync(KnowledgeBaseRow row, CancellationToken cancellationToken)
    {
        if (row.ReembeddingJob is { } jobId)
        {
            await jobs.CancelAsync(row.WorkspaceId, jobId, cancellationToken);
        }
    }

    private async Task<KnowledgeBaseRow> AgainAsync(KnowledgeBaseRow row, CancellationToken cancellationToken)
    {
        directory.Forget(row.Id);
        return await bases.FindAsync(row.WorkspaceId, row.Id, cancellationToken) ?? throw KnowledgeFaults.NoBase();
    }
}
