namespace Middeck.Workflows.Engine;

/// <summary>How a node ended.</summary>
public enum NodeStatus
{
    Succeeded,

    /// <summary>It failed and so did what stands around it.</summary>
    Failed,

    /// <summary>It failed, and the run went on as the node's error strategy says.</summary>
    Exception,

    /// <summary>It was cut off: by a stop, a limit, or a failure elsewhere.</summary>
    Stopped,
}
