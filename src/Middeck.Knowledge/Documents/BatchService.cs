using Middeck.Core.Audit;
using Middeck.Core.Errors;
using Middeck.Core.Security;
using Middeck.Identity.Access;
using Middeck.Jobs;
using Middeck.Knowledge.Bases;
using Middeck.Knowledge.Retrieval;

namespace Middeck.Knowledge.Documents;

/// <summary>Does one thing to many documents. Each has an outcome of its own; searches see all of it at once.</summary>
internal sealed class BatchService(
    KnowledgeBaseAccess access,
    BatchStore store,
    DocumentControl documents,
    ObjectReferences objects,
    IJobQueue jobs,
    BaseDirectory directory,
    DocumentEvents events,
    AuditTrail audit)
{
    public async Task<IReadOnlyList<BatchOutcome>> RunAsync(
        Caller caller, Guid baseId, BatchDocuments request, CancellationToken cancellationToken)
    {
        await access.OpenAsync(caller, baseId, AccessLevel.Edit, cancellationToken);
        Guid[] ids = [.. request.Ids.Distinct()];
        var rows = (await store.FindAsync(caller.WorkspaceId, baseId, ids, cancellationToken)).ToDictionary(row => row.Id);
        var refusals = await ActAsync(caller, baseId, request.Action, rows, cancellationToken);
        directory.Forget(baseId);
        audit.About("document", ids[0], $"{ids.Length} documents").Change(null, new { request.Action, Ids = ids });
        return
        [
            .. ids.Select(id => !rows.ContainsKey(id) ? BatchOutcome.Refused(id, KnowledgeFaults.NoDocument())
                : refusals.TryGetValue(id, out var why) ? BatchOutcome.Refused(id, why)
                : BatchOutcome.Done(id)),
        ];
    }

    private Task<Dictionary<Guid, FaultException>> ActAsync(
        Caller caller,
        Guid baseId,
        BatchAction action,
        Dictionary<Guid, DocumentRow> rows,
        CancellationToken cancellationToken)
    {
        Guid[] ids = [.. rows.Keys];
        return action switch
        {
            BatchAction.Enable or BatchAction.Disable => ToldAsync(
                rows, store.EnableAsync(baseId, ids, action == BatchAction.Enable, cancellationToken)),
            BatchAction.Archive or BatchAction.Unarchive => ToldAsync(
                rows, store.ArchiveAsync(baseId, ids, action == BatchAction.Archive, cancellationToken), action),
            BatchAction.Delete => RemoveAsync(caller, baseId, rows, cancellationToken),
            _ => RetryAsync(caller, baseId, rows, cancellationToken),
        };
    }

    // What is already as it was asked for is done, too.
    private async Task<Dictionary<Guid, FaultException>> ToldAsync(
        Dictionary<Guid, DocumentRow> rows, Task<List<DocumentRow>> work, BatchAction? archiving = null)
    {
        var changed = await work;
        changed.ForEach(events.Changed);
        var done = changed.Select(row => row.Id).ToHashSet();
        return rows.Values.Where(row => !done.Contains(row.Id))
            .Select(row => (row.Id, Why: archiving is { } action
                ? row.Archived == (action == BatchAction.Archive) ? null : KnowledgeFaults.BeingRead()
                : row.Archived ? KnowledgeFaults.Archived() : null))
            .Where(pair => pair.Why is not null)
            .ToDictionary(pair => pair.Id, pair => pair.Why!);
    }

    private async Task<Dictionary<Guid, FaultException>> RemoveAsync(
        Caller caller, Guid baseId, Dictionary<Guid, DocumentRow> rows, CancellationToken cancellationToken)
    {
        foreach (var jobId in rows.Values.Select(row => row.JobId).OfType<Guid>())
        {
            await jobs.CancelAsync(caller.WorkspaceId, jobId, cancellationToken);
        }

        foreach (var key in await store.RemoveAsync(baseId, [.. rows.Keys], cancellationToken))
        {
            await objects.ReleaseAsync(key, cancellationToken);
        }

        return [];
    }

    private async Task<Dictionary<Guid, FaultException>> RetryAsync(
        Caller caller, Guid baseId, Dictionary<Guid, DocumentRow> rows, CancellationToken cancellationToken)
    {
        var refusals = new Dictionary<Guid, FaultException>();
        foreach (var id in rows.Keys)
        {
            try
            {
                await documents.RetryAsync(caller, baseId, id, cancellationToken);
            }
            catch (FaultException ex)
            {
                refusals[id] = ex;
            }
        }

        return refusals;
    }
}
