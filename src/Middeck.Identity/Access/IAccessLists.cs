namespace Middeck.Identity.Access;

/// <summary>Reads and writes to whom single resources are open. Whoever calls it has checked that the caller may.</summary>
public interface IAccessLists
{
    /// <summary>The list; open to the workspace when none was ever made.</summary>
    Task<AccessList> ReadAsync(
        Guid workspaceId, ResourceKind kind, Guid resourceId, CancellationToken cancellationToken);

    /// <summary>Replaces the list. False when somebody on it is no member of the workspace.</summary>
    Task<bool> WriteAsync(
        Guid workspaceId, ResourceKind kind, Guid resourceId, AccessList list, CancellationToken cancellationToken);
}
