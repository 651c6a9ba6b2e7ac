using Middeck.Core.Audit;
using Middeck.Core.Errors;
using Middeck.Core.Security;
using Middeck.Identity.Access;
using Middeck.Jobs;
using Middeck.Knowledge.Chunking;
using Middeck.Knowledge.Ingestion;
using Middeck.Storage.Sql;

namespace Middeck.Knowledge.Documents;

/// <summary>Stops, holds back, and sends again what is being done with a document.</summary>
internal sealed class DocumentControl(
    DocumentService documents,
    DocumentStates states,
    IngestionStore ingestion,
    DocumentQueue queue,
    IJobQueue jobs,
    Chunkers chunkers,
    DocumentEvents events,
    AuditTrail audit)
{
    private const string ObjectKind = "document";

    public async Task<Document> CancelAsync(Caller caller, Guid baseId, Guid id, CancellationToken cancellationToken)
    {
        var row = await OpenAsync(caller, baseId, id, cancellationToken);

        // Not left to the job's end: whoever pressed the button sees it at once, and the job finds the row no longer its own.
        var cancelled = await ingestion.CancelAsync(id, row.JobId, cancellationToken);
        await StopAsync(row, cancellationToken);
        if (cancelled is null)
        {
            var now = await OpenAsync(caller, baseId, id, cancellationToken);
            return now.Status == DocumentStatus.Cancelled ? Document.From(now) : throw Refused(now.Status, "cancelled");
        }

        return Changed(cancelled);
    }

    public async Task<Document> PauseAsync(Caller caller, Guid baseId, Guid id, CancellationToken cancellationToken)
    {
        var row = await OpenAsync(caller, baseId, id, cancellationToken);
        if (await states.PauseAsync(row, cancellationToken) is not { } paused)
        {
            var now = await OpenAsync(caller, baseId, id, cancellationToken);
            return now.Status == DocumentStatus.Paused ? Document.From(now) : throw Refused(now.Status, "paused");
        }

        await StopAsync(row, cancellationToken);
        return Changed(paused);
    }

    public async Task<Document> ResumeAsync(Caller caller, Guid baseId, Guid id, CancellationToken cancellationToken)
    {
        var row = await OpenAsync(caller, baseId, id, cancellationToken);
        var waiting = await states.ResetAsync(row, [DocumentStatus.Paused], cancellationToken)
            ?? throw Refused(row.Status, "resumed");
        return await QueuedAsync(waiting, cancellationToken);
    }

    public async Task<Document> RetryAsync(Caller caller, Guid baseId, Guid id, CancellationToken cancellationToken)
    {
        var row = await OpenAsync(caller, baseId, id, cancellationToken);
        var waiting = await states.ResetAsync(row, [DocumentStatus.Error, DocumentStatus.Cancelled], cancellationToken)
            ?? throw Refused(row.Status, "tried again");
        return await QueuedAsync(waiting, cancellationToken);
    }

    public async Task<RechunkedDocument> RechunkAsync(
        Caller caller, Guid baseId, Guid id, RechunkDocument request, CancellationToken cancellationToken)
    {
        var row = await OpenAsync(caller, baseId, id, cancellationToken);
        if (request.Chunking is { } chunking)
        {
            chunkers.Check(chunking);
        }

        var lost = await states.EditedChunksAsync(baseId, id, cancellationToken);
        var waiting = await states.RechunkAsync(row, request.Chunking, cancellationToken) ?? throw KnowledgeFaults.NoDocument();
        await StopAsync(row, cancellationToken);
        var queued = await QueuedAsync(waiting, cancellationToken);
        audit.Change(new { row.Chunking }, new { request.Chunking, EditedChunksLost = lost });
        return new RechunkedDocument(queued, lost);
    }

    private async Task<DocumentRow> OpenAsync(Caller caller, Guid baseId, Guid id, CancellationToken cancellationToken)
    {
        var row = await documents.OpenAsync(caller, baseId, id, AccessLevel.Edit, cancellationToken);
        return row.Archived ? throw KnowledgeFaults.Archived() : row;
    }

    private async Task StopAsync(DocumentRow row, CancellationToken cancellationToken)
    {
        if (row.JobId is { } jobId)
        {
            await jobs.CancelAsync(row.WorkspaceId, jobId, cancellationToken);
        }
    }

    private async Task<Document> QueuedAsync(DocumentRow row, CancellationToken cancellationToken)
        => Changed(row with { JobId = await queue.EnqueueAsync(row, cancellationToken) });

    private Document Changed(DocumentRow row)
    {
        events.Changed(row);
        audit.About(ObjectKind, row.Id, row.Name);
        return Document.From(row);
    }

    private static FaultException Refused(DocumentStatus status, string act)
        => new(Fault.Conflict(
            "knowledge.document_state",
            $"The document is {SnakeCase.Of(status.ToString())} and cannot be {act}."));
}
