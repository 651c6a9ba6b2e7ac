using Middeck.Core.Security;
using Middeck.Identity.Access;

namespace Middeck.Knowledge.Tests.Fakes;

/// <summary>Everything is shared with everybody, but for what is hidden.</summary>
internal sealed class OpenAccess : IResourceAccess
{
    public HashSet<Guid> Hidden { get; } = [];

    public Task EnsureAsync(
        Caller caller, ResourceKind kind, Guid resourceId, AccessLevel need, CancellationToken cancellationToken)
        => Hidden.Contains(resourceId) ? throw KnowledgeFaults.NoBase() : Task.CompletedTask;

    public Task<IReadOnlySet<Guid>> VisibleAsync(
        Caller caller, ResourceKind kind, IReadOnlyCollection<Guid> resourceIds, CancellationToken cancellationToken)
        => Task.FromResult<IReadOnlySet<Guid>>(resourceIds.Except(Hidden).ToHashSet());

    public Task RemoveAsync(Guid workspaceId, ResourceKind kind, Guid resourceId, CancellationToken cancellationToken)
        => Task.CompletedTask;
}
