using Middeck.Core.Security;
using Middeck.Identity.Access;

namespace Middeck.Observability.Tests;

/// <summary>Everything may be seen but one knowledge base.</summary>
internal sealed class OneHiddenResource : IResourceAccess
{
    public static Guid Hidden { get; } = Guid.Parse("01900000-0000-7000-8000-0000000000ee");

    public Task EnsureAsync(
        Caller caller, ResourceKind kind, Guid resourceId, AccessLevel need, CancellationToken cancellationToken)
        => throw new NotSupportedException();

    public Task<IReadOnlySet<Guid>> VisibleAsync(
        Caller caller, ResourceKind kind, IReadOnlyCollection<Guid> resourceIds, CancellationToken cancellationToken)
        => Task.FromResult<IReadOnlySet<Guid>>(resourceIds.Where(id => id != Hidden).ToHashSet());

    public Task RemoveAsync(Guid workspaceId, ResourceKind kind, Guid resourceId, CancellationToken cancellationToken)
        => throw new NotSupportedException();
}
