using System.Collections.Concurrent;
using Middeck.Identity.Access;

namespace Middeck.Studio.Tests.Fakes;

/// <summary>The knowledge bases that every workspace has.</summary>
internal sealed class KnownBases : IResourceLookup
{
    public ConcurrentBag<Guid> Ids { get; } = [];

    public ResourceKind Kind => ResourceKind.KnowledgeBase;

    public Task<bool> ExistsAsync(Guid workspaceId, Guid resourceId, CancellationToken cancellationToken)
        => Task.FromResult(Ids.Contains(resourceId));
}
