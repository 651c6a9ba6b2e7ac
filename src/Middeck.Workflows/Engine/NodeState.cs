namespace Middeck.Workflows.Engine;

/// <summary>Where a node of a frame stands.</summary>
internal enum NodeState : byte
{
    Pending,
    Ready,
    Running,
    Paused,
    Finished,
    Skipped,
}
