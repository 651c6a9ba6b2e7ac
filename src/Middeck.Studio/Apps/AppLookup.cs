using Middeck.Identity.Access;

namespace Middeck.Studio.Apps;

/// <summary>Tells Identity which apps there are, so that access is granted only to those.</summary>
internal sealed class AppLookup(AppStore apps) : IResourceLookup
{
    public ResourceKind Kind => ResourceKind.App;

    public async Task<bool> ExistsAsync(Guid workspaceId, Guid resourceId, CancellationToken cancellationToken)
        => await apps.FindAsync(workspaceId, resourceId, userId: null, cancellationToken) is { DeletedAt: null };
}
