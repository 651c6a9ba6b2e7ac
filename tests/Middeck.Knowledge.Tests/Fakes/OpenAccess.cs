using System.Collections.Concurrent;
using Middeck.Core.Security;
using Middeck.Identity.Access;

namespace Middeck.Knowledge.Tests.Fakes;

/// <summary>Everything is shared with everybody, but for what is hidden.</summary>
internal sealed class OpenAccess : IResourceAccess, IAccessLists
{
    private readonly ConcurrentDictionary<Guid, AccessList> _lists = new();

    public HashSet<Guid> Hidden { get; } = [];

    /// <summary>People who are no members of any workspace.</summary>
    public HashSet<Guid> Strangers { get; } = [];

    public Task EnsureAsync(
        Caller caller, ResourceKind kind, Guid resourceId, AccessLevel need, CancellationToken cancellationToken)
        => Hidden.Contains(resourceId) ? throw KnowledgeFaults.NoBase() : Task.CompletedTask;

    public Task<IReadOnlySet<Guid>> VisibleAsync(
        Caller caller, ResourceKind kind, IReadOnlyCollection<Guid> resourceIds, CancellationToken cancellationToken)
        => Task.FromResult<IReadOnlySet<Guid>>(resourceIds.Except(Hidden).ToHashSet());

    public Task<AccessList> ReadAsync(
        Guid workspaceId, ResourceKind kind, Guid resourceId, CancellationToken cancellationToken)
        => Task.FromResult(_lists.GetValueOrDefault(resourceId, new AccessList(AccessMode.Workspace, [])));

    public Task<bool> WriteAsync(
        Guid workspaceId, ResourceKind kind, Guid resourceId, AccessList list, CancellationToken cancellationToken)
    {
        var isKnown = list.Grants.All(grant => !Strangers.Contains(grant.UserId));
        if (isKnown)
        {
            _lists[resourceId] = list;
        }

        return Task.FromResult(isKnown);
    }

    public Task RemoveAsync(Guid workspaceId, ResourceKind kind, Guid resourceId, CancellationToken cancellationToken)
        => Task.CompletedTask;
}
