using Middeck.Core.Paging;

namespace Middeck.Identity.Keys;

/// <summary>The keys that programs call with. Stored as SHA-256, shown once.</summary>
public interface IApiKeys
{
    /// <summary>Makes a key and returns it with its text, the only time the text is seen.</summary>
    Task<NewApiKey> CreateAsync(CreateApiKey request, CancellationToken cancellationToken);

    /// <summary>The keys of a workspace, newest first.</summary>
    /// <param name="workspaceId">The workspace.</param>
    /// <param name="kind">Which prefix.</param>
    /// <param name="resourceId">For <c>app-</c> keys the app; else null.</param>
    /// <param name="page">Which part.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<Page<ApiKey>> ListAsync(
        Guid workspaceId, ApiKeyKind kind, Guid? resourceId, PageRequest page, CancellationToken cancellationToken);

    /// <summary>Makes a key useless on all nodes within 10 seconds. False when the workspace has no such key.</summary>
    Task<bool> RevokeAsync(Guid workspaceId, Guid keyId, CancellationToken cancellationToken);

    /// <summary>The same for keys of one kind only: whoever may revoke the one kind need not be allowed to revoke another.</summary>
    Task<bool> RevokeAsync(Guid workspaceId, ApiKeyKind kind, Guid keyId, CancellationToken cancellationToken);

    /// <summary>
    /// Makes all keys of a resource useless on all nodes within 10 seconds, or useful again: it was moved to a trash, or came back.
    /// </summary>
    Task SuspendResourceAsync(Guid workspaceId, Guid resourceId, bool suspended, CancellationToken cancellationToken);

    /// <summary>Revokes all keys of a resource that is being deleted.</summary>
    Task RevokeResourceAsync(Guid workspaceId, Guid resourceId, CancellationToken cancellationToken);
}
