namespace Middeck.Studio.Workflows.Runs.Slots;

/// <summary>The runs of an app that work, and those that wait for it.</summary>
internal sealed class AppLane(Guid workspaceId, Guid appId)
{
    public Guid WorkspaceId { get; } = workspaceId;

    public Guid AppId { get; } = appId;

    /// <summary>How many may work at a time.</summary>
    public int Limit { get; set; }

    /// <summary>How many work.</summary>
    public int Active { get; set; }

    /// <summary>Who waits, the longest first.</summary>
    public LinkedList<RunSlot> Waiting { get; } = new();
}
