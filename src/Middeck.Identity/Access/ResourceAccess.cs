using Middeck.Core.Errors;
using Middeck.Core.Security;
using Middeck.Identity.Roles;

namespace Middeck.Identity.Access;

internal sealed class ResourceAccess(AccessStore store) : IResourceAccess
{
    public async Task EnsureAsync(
        Caller caller, ResourceKind kind, Guid resourceId, AccessLevel need, CancellationToken cancellationToken)
    {
        if (PersonWithin(caller) is not { } userId)
        {
            return;
        }

        var (listed, level) = await store.LevelAsync(caller.WorkspaceId, kind, resourceId, userId, cancellationToken);
        if (!listed || level >= need)
        {
            return;
        }

        throw new FaultException(level is null ? ResourceFaults.NotFound(kind) : ResourceFaults.LevelNeeded(need));
    }

    public async Task<IReadOnlySet<Guid>> VisibleAsync(
        Caller caller, ResourceKind kind, IReadOnlyCollection<Guid> resourceIds, CancellationToken cancellationToken)
    {
        var visible = resourceIds.ToHashSet();
        if (visible.Count > 0 && PersonWithin(caller) is { } userId)
        {
            visible.ExceptWith(
                await store.HiddenAsync(caller.WorkspaceId, kind, resourceIds, userId, cancellationToken));
        }

        return visible;
    }

    public Task RemoveAsync(
        Guid workspaceId, ResourceKind kind, Guid resourceId, CancellationToken cancellationToken)
        => store.RemoveAsync(workspaceId, kind, resourceId, cancellationToken);

    // Whom lists can shut out: people below administrators. Keys are bounded by what they were made for.
    private static Guid? PersonWithin(Caller caller)
        => caller.Role is RoleCatalogue.Owner or RoleCatalogue.Admin || caller.KeyId is not null ? null : caller.UserId;
}
