using Middeck.Identity.Access;

namespace Middeck.Identity.Tests.Hosting;

/// <summary>Stands for the room that keeps apps: it has the ones that a test names.</summary>
internal sealed class KnownApps : IResourceLookup
{
    public static HashSet<(Guid WorkspaceId, Guid Id)> Ids { get; } = [];

    public ResourceKind Kind => ResourceKind.App;

    public Task<bool> ExistsAsync(Guid workspaceId, Guid resourceId, CancellationToken cancellationToken)
        => Task.FromResult(Ids.Contains((workspaceId, resourceId)));
}
