using Middeck.Core.Errors;
using Middeck.Core.Security;
using Middeck.Identity.Access;

namespace Middeck.Studio.Tests.Fakes;

/// <summary>Every resource is open to the workspace, but for those that the test closes.</summary>
internal sealed class OpenAccess : IResourceAccess
{
    public HashSet<Guid> Closed { get; } = [];

    public Task EnsureAsync(
        Caller caller, ResourceKind kind, Guid resourceId, AccessLevel need, CancellationToken cancellationToken)
        => Closed.Contains(resourceId)
            ? throw new FaultException(Fault.NotFound("apps.not_found", "The app does not exist in this workspace."))
            : Task.CompletedTask;

    public Task<IReadOnlySet<Guid>> VisibleAsync(
        Caller caller, ResourceKind kind, IReadOnlyCollection<Guid> resourceIds, CancellationToken cancellationToken)
        => Task.FromResult<IReadOnlySet<Guid>>(resourceIds.Where(id => !Closed.Contains(id)).ToHashSet());

    public Task RemoveAsync(
        Guid workspaceId, ResourceKind kind, Guid resourceId, CancellationToken cancellationToken) => Task.CompletedTask;
}
