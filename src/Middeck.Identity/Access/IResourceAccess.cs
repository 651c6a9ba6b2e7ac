using Middeck.Core.Security;

namespace Middeck.Identity.Access;

/// <summary>
/// Access to a single app or knowledge base, on top of the role: a resource is open to the workspace, or to listed people.
/// Owners and administrators always have access.
/// </summary>
public interface IResourceAccess
{
    /// <summary>Refuses when the caller may not do this with the resource; 404, as if it did not exist, when it may not even see it.</summary>
    /// <param name="caller">Who calls. Keys pass: what they may touch is decided by the key.</param>
    /// <param name="kind">Such as <see cref="ResourceKind.App"/>.</param>
    /// <param name="resourceId">The resource, already known to be in the caller's workspace.</param>
    /// <param name="need">What is going to be done.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task EnsureAsync(
        Caller caller, ResourceKind kind, Guid resourceId, AccessLevel need, CancellationToken cancellationToken);

    /// <summary>The ids among <paramref name="resourceIds"/> that the caller may see.</summary>
    Task<IReadOnlySet<Guid>> VisibleAsync(
        Caller caller, ResourceKind kind, IReadOnlyCollection<Guid> resourceIds, CancellationToken cancellationToken);

    /// <summary>Forgets a resource that was deleted.</summary>
    Task RemoveAsync(Guid workspaceId, ResourceKind kind, Guid resourceId, CancellationToken cancellationToken);
}
