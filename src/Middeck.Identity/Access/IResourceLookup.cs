namespace Middeck.Identity.Access;

/// <summary>Knows which resources of one kind there are. Implemented by the room that keeps them, so that access is granted only to what exists.</summary>
public interface IResourceLookup
{
    /// <summary>The kind this one knows.</summary>
    ResourceKind Kind { get; }

    /// <summary>Whether the workspace has the resource.</summary>
    Task<bool> ExistsAsync(Guid workspaceId, Guid resourceId, CancellationToken cancellationToken);
}
