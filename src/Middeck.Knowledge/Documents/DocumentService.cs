using Middeck.Core.Audit;
using Middeck.Core.Errors;
using Middeck.Core.Paging;
using Middeck.Core.Security;
using Middeck.Identity.Access;
using Middeck.Identity.Signing;
using Middeck.Jobs;
using Middeck.Knowledge.Bases;
using Middeck.Knowledge.Retrieval;

namespace Middeck.Knowledge.Documents;

/// <summary>Lists, changes and removes documents.</summary>
internal sealed class DocumentService(
    KnowledgeBaseAccess access,
    DocumentStore documents,
    DocumentRemoval removal,
    IJobQueue jobs,
    BaseDirectory directory,
    DocumentEvents events,
    IUrlSigner signer,
    AuditTrail audit)
{
    private const string ObjectKind = "document";

    public async Task<Page<Document>> ListAsync(
        Caller caller,
        Guid baseId,
        DocumentFilter filter,
        PageRequest page,
        CancellationToken cancellationToken)
    {
        await access.OpenAsync(caller, baseId, AccessLevel.Use, cancellationToken);
        var rows = await documents.PageAsync(caller.WorkspaceId, baseId, filter, page, cancellationToken);
        return rows.Select(Document.From);
    }

    /// <exception cref="FaultException">The caller may not, or the base has no such document.</exception>
    public async Task<DocumentRow> OpenAsync(
        Caller caller, Guid baseId, Guid id, AccessLevel need, CancellationToken cancellationToken)
    {
        await access.OpenAsync(caller, baseId, need, cancellationToken);
        return await documents.FindAsync(caller.WorkspaceId, baseId, id, cancellationToken)
            ?? throw KnowledgeFaults.NoDocument();
    }

    public async Task<Document> UpdateAsync(
        Caller caller, Guid baseId, Guid id, UpdateDocument request, CancellationToken cancellationToken)
    {
        var before = Editable(await OpenAsync(caller, baseId, id, AccessLevel.Edit, cancellationToken));
        var name = request.Name is null ? before.Name : FileNames.Typed(request.Name);
        var after = await documents.UpdateAsync(before, name, request.Enabled ?? before.Enabled, cancellationToken)
            ?? throw KnowledgeFaults.NoDocument();
        directory.Forget(baseId);
        events.Changed(after);
        audit.About(ObjectKind, id, after.Name)
            .Change(new { before.Name, before.Enabled }, new { after.Name, after.Enabled });
        return Document.From(after);
    }

    public async Task DeleteAsync(Caller caller, Guid baseId, Guid id, CancellationToken cancellationToken)
    {
        var row = await OpenAsync(caller, baseId, id, AccessLevel.Edit, cancellationToken);
        if (row.JobId is { } jobId)
        {
            await jobs.CancelAsync(caller.WorkspaceId, jobId, cancellationToken);
        }

        await removal.RemoveAsync(row, cancellationToken);
        directory.Forget(baseId);
        audit.About(ObjectKind, id, row.Name).Change(new { row.Name, row.Size }, null);
    }

    /// <summary>An address that a browser can open for ten minutes.</summary>
    public async Task<string> DownloadUrlAsync(Caller caller, Guid baseId, Guid id, CancellationToken cancellationToken)
    {
        var row = await OpenAsync(caller, baseId, id, AccessLevel.Use, cancellationToken);
        return signer.Sign(row.WorkspaceId, DownloadEndpoints.PathOf(row.Id));
    }

    private static DocumentRow Editable(DocumentRow row) => row.Archived ? throw KnowledgeFaults.Archived() : row;
}
