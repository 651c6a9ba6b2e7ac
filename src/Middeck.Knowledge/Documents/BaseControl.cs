using Middeck.Core.Audit;
using Middeck.Core.Security;
using Middeck.Identity.Access;
using Middeck.Jobs;
using Middeck.Knowledge.Bases;

namespace Middeck.Knowledge.Documents;

/// <summary>Does with all documents of a base what <see cref="DocumentControl"/> does with one.</summary>
internal sealed class BaseControl(
    KnowledgeBaseAccess access,
    KnowledgeBaseService bases,
    DocumentStates states,
    IJobQueue jobs,
    DocumentEvents events,
    AuditTrail audit)
{
    private const string ObjectKind = "knowledge_base";

    public async Task<AffectedDocuments> PauseAsync(Caller caller, Guid id, CancellationToken cancellationToken)
    {
        var row = await access.OpenAsync(caller, id, AccessLevel.Edit, cancellationToken);
        var paused = await states.PauseAllAsync(id, cancellationToken);
        await StopAsync(row, paused, cancellationToken);
        return Affected(row, paused);
    }

    public Task<AffectedDocuments> ResumeAsync(Caller caller, Guid id, CancellationToken cancellationToken)
        => SendAsync(caller, id, [DocumentStatus.Paused], cancellationToken);

    public Task<AffectedDocuments> RetryFailedAsync(Caller caller, Guid id, CancellationToken cancellationToken)
        => SendAsync(caller, id, [DocumentStatus.Error], cancellationToken);

    public async Task<RechunkedDocuments> RechunkAsync(
        Caller caller, Guid id, RechunkBase request, CancellationToken cancellationToken)
    {
        var row = await access.OpenAsync(caller, id, AccessLevel.Edit, cancellationToken);
        if (request.Chunking is { } chunking)
        {
            await bases.UpdateAsync(caller, id, new UpdateKnowledgeBase { Chunking = chunking }, cancellationToken);
        }

        var lost = await states.EditedChunksAsync(id, documentId: null, cancellationToken);
        var changed = await states.RechunkAllAsync(id, cancellationToken);
        await StopAsync(row, changed, cancellationToken);
        await QueueAsync(row, caller, cancellationToken);
        Tell(changed);
        audit.About(ObjectKind, id, row.Name)
            .Change(new { row.Chunking }, new { Chunking = request.Chunking ?? row.Chunking, EditedChunksLost = lost });
        return new RechunkedDocuments(changed.Count, lost);
    }

    private async Task<AffectedDocuments> SendAsync(
        Caller caller, Guid id, DocumentStatus[] from, CancellationToken cancellationToken)
    {
        var row = await access.OpenAsync(caller, id, AccessLevel.Edit, cancellationToken);
        var waiting = await states.ResetAllAsync(id, from, cancellationToken);
        if (waiting.Count > 0)
        {
            await QueueAsync(row, caller, cancellationToken);
        }

        return Affected(row, waiting);
    }

    private Task<Guid> QueueAsync(KnowledgeBaseRow row, Caller caller, CancellationToken cancellationToken)
        => jobs.EnqueueAsync(
            new JobRequest(QueueDocumentsJob.Kind, row.WorkspaceId, row.Id, row.Name, RequestedBy: caller.UserId),
            cancellationToken);

    private async Task StopAsync(KnowledgeBaseRow row, ChangedDocuments documents, CancellationToken cancellationToken)
    {
        foreach (var jobId in documents.Running)
        {
            await jobs.CancelAsync(row.WorkspaceId, jobId, cancellationToken);
        }
    }

    private AffectedDocuments Affected(KnowledgeBaseRow row, ChangedDocuments documents)
    {
        Tell(documents);
        audit.About(ObjectKind, row.Id, row.Name).Change(null, new { Documents = documents.Count });
        return new AffectedDocuments(documents.Count);
    }

    private void Tell(ChangedDocuments documents)
    {
        foreach (var document in documents.Newest)
        {
            events.Changed(document);
        }
    }
}
