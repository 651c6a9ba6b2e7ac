using Middeck.Identity.Access;

namespace Middeck.Knowledge.Bases;

/// <summary>Tells Identity which knowledge bases there are, so that access is granted only to those.</summary>
internal sealed class KnowledgeBaseLookup(KnowledgeBaseStore bases) : IResourceLookup
{
    public ResourceKind Kind => ResourceKind.KnowledgeBase;

    public async Task<bool> ExistsAsync(Guid workspaceId, Guid resourceId, CancellationToken cancellationToken)
        => await bases.FindAsync(workspaceId, resourceId, cancellationToken) is not null;
}
