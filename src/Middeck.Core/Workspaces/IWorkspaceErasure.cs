namespace Middeck.Core.Workspaces;

/// <summary>What a room does when a workspace is deleted. Each room that keeps rows of workspaces implements it once.</summary>
public interface IWorkspaceErasure
{
    /// <summary>Removes every row and object of the workspace. May be called again after a crash.</summary>
    Task EraseAsync(Guid workspaceId, CancellationToken cancellationToken);
}
