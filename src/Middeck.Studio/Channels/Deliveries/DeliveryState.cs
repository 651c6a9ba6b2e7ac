namespace Middeck.Studio.Channels.Deliveries;

/// <summary>How far a delivery is.</summary>
internal enum DeliveryState
{
    /// <summary>For its first attempt, or between two.</summary>
    Waiting,

    /// <summary>A node works on it under a lease.</summary>
    Running,

    /// <summary>Accepted by the program, or answered.</summary>
    Delivered,

    /// <summary>Given up; <c>error</c> says why.</summary>
    Failed,

    /// <summary>There was nothing to do; <c>error</c> says why.</summary>
    Ignored,
}
