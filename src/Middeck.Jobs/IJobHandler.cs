namespace Middeck.Jobs;

/// <summary>Does the work of one kind of job. Registered by kind with <c>AddJobHandler</c>.</summary>
public interface IJobHandler
{
    /// <summary>
    /// Does the work, or goes on with it after a crash: it may be called again for the same job, so each step is committed
    /// and found done. The token fires on cancel, on shutdown and when the lease is lost.
    /// </summary>
    /// <exception cref="Middeck.Core.Errors.FaultException">A refusal that trying again will not mend: the job fails at once with its sentence.</exception>
    Task ExecuteAsync(IJobContext job, CancellationToken cancellationToken);

    /// <summary>
    /// Called when the job ended without success, for the room to put its own row right. After a crash in the middle of it it is
    /// called again.
    /// </summary>
    /// <param name="job">The job.</param>
    /// <param name="state"><see cref="JobState.Failed"/> or <see cref="JobState.Cancelled"/>.</param>
    /// <param name="error">One sentence; null when cancelled.</param>
    /// <param name="cancellationToken">Shutdown.</param>
    Task OnEndedAsync(IJobContext job, JobState state, string? error, CancellationToken cancellationToken);
}
