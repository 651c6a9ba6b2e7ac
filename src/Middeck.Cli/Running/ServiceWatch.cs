using Middeck.Operations.Language;
using Middeck.Operations.Supervision;

namespace Middeck.Cli.Running;

/// <summary>Waits until each of some services works, or it is clear that it will not.</summary>
internal sealed class ServiceWatch(Installation installation, TimeProvider clock, Action<Message> say)
{
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan SayEvery = TimeSpan.FromSeconds(5);

    // One that ended three times before it ever worked will not work by waiting; the supervisor goes on trying.
    private const int MostRestarts = 3;

    /// <summary>Returns those that do not work, with the reason.</summary>
    public async Task<IReadOnlyList<(ServiceStatus Service, string Why)>> WaitAsync(
        IEnumerable<string> names, CancellationToken cancellationToken)
    {
        var pending = names.ToList();
        var lost = new List<(ServiceStatus, string)>();
        using var timer = new PeriodicTimer(Poll, clock);
        var start = clock.GetTimestamp();
        for (var said = 1; pending.Count > 0; await timer.WaitForNextTickAsync(cancellationToken))
        {
            var seconds = (int)clock.GetElapsedTime(start).TotalSeconds;
            if (installation.SupervisorPid is null)
            {
                return [.. lost, .. pending.Select(name => (new ServiceStatus(name, ServiceState.Stopped), "the supervisor ended"))];
            }

            var status = installation.Status;
            foreach (var service in pending.Select(name => status?.Of(name)).OfType<ServiceStatus>().ToList())
            {
                if (IsWell(service))
                {
                    say(RunningMessages.ServiceUp(service.Name, seconds));
                    pending.Remove(service.Name);
                }
                else if (Why(service) is { } why)
                {
                    lost.Add((service, why));
                    pending.Remove(service.Name);
                }
            }

            if (pending.Count > 0 && clock.GetElapsedTime(start) > SayEvery * said)
            {
                said++;
                say(RunningMessages.StillWaiting(pending, seconds));
            }
        }

        return lost;
    }

    // One that ended as it was meant to has done its work.
    private static bool IsWell(ServiceStatus service)
        => service is { State: ServiceState.Running, Health: HealthState.Healthy or HealthState.Unknown }
            or { State: ServiceState.Stopped, LastExitCode: 0 };

    private static string? Why(ServiceStatus service) => service switch
    {
        { State: ServiceState.Failed } => service.LastWords ?? "it ended",
        { Health: HealthState.Unhealthy } => service.HealthProblem ?? "its health check fails",
        { Restarts: >= MostRestarts } => service.LastWords ?? "it ends again and again",
        { State: ServiceState.Waiting, LastWords: { } words } => words,
        _ => null,
    };
}
