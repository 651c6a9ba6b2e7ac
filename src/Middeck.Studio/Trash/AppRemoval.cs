using Middeck.Identity.Access;
using Middeck.Identity.Keys;
using Middeck.Studio.Apps;

namespace Middeck.Studio.Trash;

/// <summary>Deletes apps for good, with all that hangs on them.</summary>
internal sealed class AppRemoval(
    AppStore store, AppTrashStore trash, IApiKeys keys, IResourceAccess grants, PublishedApps published)
{
    public async Task RemoveAsync(Guid workspaceId, Guid id, CancellationToken cancellationToken)
    {
        // Keys first: a crash in between leaves an app that can be deleted again, not keys that open nothing.
        await keys.RevokeResourceAsync(workspaceId, id, cancellationToken);
        await store.DeleteAsync(workspaceId, id, cancellationToken);
        await grants.RemoveAsync(workspaceId, ResourceKind.App, id, cancellationToken);
        await published.ForgetAsync(id, cancellationToken);
    }

    /// <summary>Deletes a batch of those that lie in the trash since before a time, of all workspaces.</summary>
    /// <returns>How many there were.</returns>
    public async Task<int> TrimAsync(DateTimeOffset before, int batch, CancellationToken cancellationToken)
    {
        var old = await trash.ListOldAsync(before, batch, cancellationToken);
        foreach (var (workspaceId, id) in old)
        {
            await RemoveAsync(workspaceId, id, cancellationToken);
        }

        return old.Count;
    }
}
