namespace Middeck.Studio.Chat;

/// <summary>Why a run is ended before its model is done.</summary>
internal enum CancelReason
{
    /// <summary>Somebody asked for it.</summary>
    Stopped,

    /// <summary>The node is being shut down.</summary>
    Shutdown,

    /// <summary>The row is gone, or was closed by another node after the lease had ended.</summary>
    Lost,

    /// <summary>What the model writes is not allowed; a preset answer has taken its place.</summary>
    Replaced,
}
