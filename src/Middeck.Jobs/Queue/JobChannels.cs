namespace Middeck.Jobs.Queue;

/// <summary>What nodes tell each other about jobs.</summary>
internal static class JobChannels
{
    /// <summary>There is work; the payload is the kind.</summary>
    public const string Waiting = "jobs_waiting";

    /// <summary>A running job should stop; the payload is its id.</summary>
    public const string Cancel = "jobs_cancel";
}
