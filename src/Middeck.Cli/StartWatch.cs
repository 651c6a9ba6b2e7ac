using Middeck.Operations;
using Middeck.Operations.Language;
using Middeck.Operations.Supervision;

namespace Middeck.Cli;

/// <summary>Waits until a platform that is being started is healthy, or it is clear that it will not be.</summary>
internal sealed class StartWatch(Installation installation, string url, TimeProvider clock, Action<Message> say)
{
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan SayEvery = TimeSpan.FromSeconds(5);

    // A platform that ended three times before it ever answered will not answer.
    private const int MostRestarts = 3;

    /// <summary>Returns when <c>/health</c> answers 200.</summary>
    /// <exception cref="RefusedException">Something ended, or the time is over.</exception>
    public async Task WaitAsync(CancellationToken cancellationToken)
    {
        using var probe = new HealthProbe(url);
        using var timer = new PeriodicTimer(Poll, clock);
        var start = clock.GetTimestamp();
        var said = 1;
        do
        {
            if (IsOurs() && (await probe.AskAsync(cancellationToken)).CanServe)
            {
                return;
            }

            ThrowIfHopeless();
            var elapsed = clock.GetElapsedTime(start);
            if (elapsed > Patience)
            {
                throw new RefusedException(ExitCode.StartFailed, CliMessages.StartTimedOut((int)elapsed.TotalSeconds));
            }

            if (elapsed > SayEvery * said)
            {
                said++;
                say(CliMessages.StillStarting(Pending(), (int)elapsed.TotalSeconds));
            }
        }
        while (await timer.WaitForNextTickAsync(cancellationToken));
    }

    // Somebody else's server on the same port must not pass for ours, and one that outlived its supervisor must have been
    // adopted by the new one.
    private bool IsOurs()
        => installation.PidOf(ServiceNames.Platform) is not null
            && installation.Status?.Of(ServiceNames.Platform) is { State: ServiceState.Running };

    private string Pending()
        => installation.Status?.Services.FirstOrDefault(
            service => service.Kind == "built_in" && service.State != ServiceState.Running)?.Name
            ?? ServiceNames.Platform;

    private void ThrowIfHopeless()
    {
        if (installation.SupervisorPid is null)
        {
            throw new RefusedException(ExitCode.StartFailed, CliMessages.StartFailed(ServiceNames.Supervisor, null));
        }

        // The status may be of an earlier start; one of this start names a service that was started since.
        var lost = installation.Status?.Services.FirstOrDefault(
            service => service.Kind == "built_in" && (service.State == ServiceState.Failed || service.Restarts >= MostRestarts));
        if (lost is not null)
        {
            var code = lost.LastExitCode is { } exit && Enum.IsDefined((ExitCode)exit) && exit > (int)ExitCode.Usage
                ? (ExitCode)exit
                : ExitCode.StartFailed;
            throw new RefusedException(code, CliMessages.StartFailed(lost.Name, lost.LastWords));
        }
    }
}
