namespace Middeck.Studio.Workflows.Runs.Slots;

/// <summary>The apps of a workspace that have runs waiting, the next in turn first.</summary>
internal sealed class WorkspaceTurn(Guid workspaceId)
{
    public Guid WorkspaceId { get; } = workspaceId;

    public LinkedList<AppLane> Lanes { get; } = new();
}
