namespace Middeck.Jobs;

/// <summary>What became of a request to cancel. Closed: nothing outside this file can add a case.</summary>
public abstract record CancelOutcome
{
    private CancelOutcome()
    {
    }

    /// <summary>It is cancelled, or will be within a second.</summary>
    public sealed record Cancelled(Job Job) : CancelOutcome;

    /// <summary>The workspace has no such job.</summary>
    public sealed record NotFound : CancelOutcome;

    /// <summary>It had ended before.</summary>
    public sealed record AlreadyFinished(JobState State) : CancelOutcome;
}
