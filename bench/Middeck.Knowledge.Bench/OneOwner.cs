using Middeck.Core.Security;
using Middeck.Identity.Access;
using Middeck.Identity.Signing;

namespace Middeck.Knowledge.Bench;

/// <summary>There is one person, whose everything is.</summary>
internal sealed class OneOwner : IResourceAccess, IUrlSigner
{
    public Task EnsureAsync(
        Caller caller, ResourceKind kind, Guid resourceId, AccessLevel need, CancellationToken cancellationToken)
        => Task.CompletedTask;

    public Task<IReadOnlySet<Guid>> VisibleAsync(
        Caller caller, ResourceKind kind, IReadOnlyCollection<Guid> resourceIds, CancellationToken cancellationToken)
        => Task.FromResult<IReadOnlySet<Guid>>(resourceIds.ToHashSet());

    public Task RemoveAsync(Guid workspaceId, ResourceKind kind, Guid resourceId, CancellationToken cancellationToken)
        => Task.CompletedTask;

    public string Sign(Guid workspaceId, string path) => path;

    public bool Verify(Guid workspaceId, string path, long expires, string signature) => false;
}
