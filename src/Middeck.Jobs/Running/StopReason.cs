namespace Middeck.Jobs.Running;

/// <summary>Why a running job's token fired.</summary>
internal enum StopReason
{
    None,

    /// <summary>Somebody asked for it.</summary>
    Cancel,

    /// <summary>The node is going down; the job goes back into the queue.</summary>
    Shutdown,

    /// <summary>The lease could not be kept; the job may be another node's already.</summary>
    LeaseLost,
}
