namespace Middeck.Workflows.Engine;

/// <summary>How a run ended.</summary>
public enum RunStatus
{
    Succeeded,

    /// <summary>It came to its end although nodes failed whose error strategy let it go on.</summary>
    PartialSucceeded,
    Failed,
    Stopped,
    Paused,
}
