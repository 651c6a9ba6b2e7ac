namespace Middeck.Operations.Processes;

/// <summary>Stops a process politely, then not.</summary>
internal static class ProcessStopping
{
    // Polled, because a process that somebody else started cannot be waited for.
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(50);

    /// <summary>Sends the signal, waits, and sends the last resort when the time is over.</summary>
    /// <returns>Whether the first signal was enough.</returns>
    public static async Task<bool> StopAsync(
        ProcessIdentity process,
        Signal signal,
        TimeSpan patience,
        Signal lastResort,
        TimeProvider clock,
        CancellationToken cancellationToken)
    {
        signal.Send(process);
        if (await WaitAsync(process, patience, clock, cancellationToken))
        {
            return true;
        }

        lastResort.Send(process);
        await WaitAsync(process, TimeSpan.FromSeconds(10), clock, cancellationToken);
        return false;
    }

    /// <summary>Whether the process ended within the time.</summary>
    public static async Task<bool> WaitAsync(
        ProcessIdentity process, TimeSpan patience, TimeProvider clock, CancellationToken cancellationToken)
    {
        var start = clock.GetTimestamp();
        while (process.IsAlive)
        {
            if (clock.GetElapsedTime(start) >= patience)
            {
                return false;
            }

            await Task.Delay(Poll, clock, cancellationToken);
        }

        return true;
    }
}
