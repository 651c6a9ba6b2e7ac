using Middeck.Core.Security;
using Middeck.Identity.Access;
using Middeck.Knowledge.External;

namespace Middeck.Knowledge.Bases;

/// <summary>Opens a base for a caller: it must be in the caller's workspace and shared with the caller.</summary>
internal sealed class KnowledgeBaseAccess(KnowledgeBaseStore bases, IResourceAccess access)
{
    /// <exception cref="Middeck.Core.Errors.FaultException">404 when the caller may not see it, 403 when it may not do this.</exception>
    public async Task<KnowledgeBaseRow> OpenAsync(
        Caller caller, Guid id, AccessLevel need, CancellationToken cancellationToken)
    {
        var row = await bases.FindAsync(caller.WorkspaceId, id, cancellationToken) ?? throw KnowledgeFaults.NoBase();
        await access.EnsureAsync(caller, ResourceKind.KnowledgeBase, id, need, cancellationToken);
        return row;
    }

    /// <summary>Opens a base to bring documents into it.</summary>
    /// <exception cref="Middeck.Core.Errors.FaultException">As above, and when its passages come from somebody else's API.</exception>
    public async Task<KnowledgeBaseRow> OpenForDocumentsAsync(Caller caller, Guid id, CancellationToken cancellationToken)
        => await OpenAsync(caller, id, AccessLevel.Edit, cancellationToken) is { IsExternal: false } row
            ? row
            : throw ExternalFaults.NoDocuments();
}
