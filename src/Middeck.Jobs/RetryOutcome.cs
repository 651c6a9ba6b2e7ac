namespace Middeck.Jobs;

/// <summary>What became of a request to try again. Closed: nothing outside this file can add a case.</summary>
public abstract record RetryOutcome
{
    private RetryOutcome()
    {
    }

    /// <summary>It is in the queue again.</summary>
    public sealed record Queued(Job Job) : RetryOutcome;

    /// <summary>The workspace has no such job.</summary>
    public sealed record NotFound : RetryOutcome;

    /// <summary>It has not failed, so there is nothing to try again.</summary>
    public sealed record NotFailed(JobState State) : RetryOutcome;
}
