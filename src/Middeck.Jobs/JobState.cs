namespace Middeck.Jobs;

/// <summary>Where a job stands.</summary>
public enum JobState
{
    /// <summary>In the queue, or between two attempts.</summary>
    Waiting,

    /// <summary>A node works on it under a lease.</summary>
    Running,

    /// <summary>Finished.</summary>
    Succeeded,

    /// <summary>Gave up after its last attempt; <c>error</c> says why.</summary>
    Failed,

    /// <summary>Stopped because somebody asked.</summary>
    Cancelled,
}
