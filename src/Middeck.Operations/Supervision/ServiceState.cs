namespace Middeck.Operations.Supervision;

/// <summary>What a supervised process is doing.</summary>
public enum ServiceState
{
    /// <summary>Another one must be ready first.</summary>
    Waiting,

    /// <summary>It was started and is not ready yet.</summary>
    Starting,

    /// <summary>It runs.</summary>
    Running,

    /// <summary>It ended by itself and will be started again after a pause.</summary>
    Restarting,

    /// <summary>It was told to stop.</summary>
    Stopped,

    /// <summary>It ended too often, or for a reason that a restart does not cure.</summary>
    Failed,
}
