namespace Middeck.Studio.Channels.Deliveries;

/// <summary>What an attempt came to. Closed: nothing outside this file can add a case.</summary>
internal abstract record DeliveryOutcome
{
    private DeliveryOutcome()
    {
    }

    /// <summary>The HTTP status of the answer; null when there was none.</summary>
    public int? StatusCode { get; init; }

    /// <summary>The beginning of the answer.</summary>
    public string? Response { get; init; }

    /// <summary>It is done.</summary>
    public sealed record Delivered : DeliveryOutcome;

    /// <summary>There was nothing to do.</summary>
    public sealed record Ignored(string Reason) : DeliveryOutcome;

    /// <summary>Something that may pass; null for the usual pause.</summary>
    public sealed record Retry(string Error, TimeSpan? After = null) : DeliveryOutcome;

    /// <summary>Something that trying again does not mend.</summary>
    public sealed record Failed(string Error) : DeliveryOutcome
    {
        /// <summary>Why the channel is to be switched off with it; null when it is not.</summary>
        public string? SwitchOff { get; init; }

        /// <summary>Whether the channel is well all the same: the fault is not its other end's.</summary>
        public bool IsOwnFault { get; init; }
    }

    /// <summary>Nothing is wrong, but it is too early. No attempt is counted.</summary>
    public sealed record Later(TimeSpan After) : DeliveryOutcome;
}
