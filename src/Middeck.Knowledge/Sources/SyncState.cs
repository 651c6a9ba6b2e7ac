namespace Middeck.Knowledge.Sources;

/// <summary>Where a run stands.</summary>
internal enum SyncState
{
    /// <summary>It goes on.</summary>
    Running,

    /// <summary>It has seen everything.</summary>
    Succeeded,

    /// <summary>It has seen everything, and nothing that is gone was touched until somebody agrees.</summary>
    NeedsConfirmation,

    /// <summary>It could not see everything, so nothing that was missing was touched.</summary>
    Failed,

    /// <summary>It was stopped.</summary>
    Cancelled,
}
