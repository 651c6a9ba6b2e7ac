namespace Middeck.Jobs;

/// <summary>Tells an operator whether the queue moves, and sets free what dead nodes hold.</summary>
public interface IJobUpkeep
{
    /// <summary>Looks at the queue of all workspaces.</summary>
    Task<JobUpkeepState> ReadAsync(CancellationToken cancellationToken);

    /// <summary>Puts jobs whose lease has ended back into the queue; a node that lives has renewed its own.</summary>
    /// <returns>How many.</returns>
    Task<int> ReleaseExpiredAsync(CancellationToken cancellationToken);
}

/// <summary>How the queue stands.</summary>
/// <param name="Expired">Running jobs whose node stopped to renew its lease over a minute ago.</param>
/// <param name="OldestDue">Since when the job that waits longest could have begun; null when none waits.</param>
public sealed record JobUpkeepState(int Expired, DateTimeOffset? OldestDue);
