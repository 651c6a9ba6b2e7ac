using Middeck.Operations.Home;
using Middeck.Operations.Logs;
using Middeck.Operations.Processes;

namespace Middeck.Operations.Supervision;

/// <summary>What runs in a home, seen from outside: by the command line, which comes and goes.</summary>
public sealed class Installation(MiddeckHome home, TimeProvider clock)
{
    private static readonly TimeSpan StopPatience = TimeSpan.FromSeconds(100);

    /// <summary>The supervisor's process id; null when none runs.</summary>
    public int? SupervisorPid => Live(ServiceNames.Supervisor)?.Pid;

    /// <summary>Whether the supervisor or anything that it left behind runs.</summary>
    public bool IsRunning => ServiceNames.All.Concat(EntryFile.Names(home)).Any(service => Live(service) is not null);

    /// <summary>The last status that was written; null when nothing was ever started.</summary>
    public SupervisorStatus? Status => SupervisorStatus.Read(home);

    /// <summary>A service's live process id; null when it does not run.</summary>
    public int? PidOf(string service) => Live(service)?.Pid;

    /// <summary>Starts the supervisor in the background.</summary>
    /// <param name="command">Our own program and its arguments.</param>
    public void StartSupervisor(IReadOnlyList<string> command)
    {
        var log = home.LogOf(ServiceNames.Supervisor);
        LogRotation.Default.Rotate(log);
        // What an earlier supervisor said must not pass for the word of this one.
        SupervisorStatus.Forget(home);
        var start = new ProcessCommand(command) { Environment = PlatformEnvironment.ForSupervisor(home) };
        using var process = DetachedProcess.Start(start, log);
        if (ProcessIdentity.Of(process.Id) is { } identity)
        {
            // The supervisor writes the same once it is up; until then nobody must take the home for idle.
            PidFile.Write(Supervisor.PidPath(home), identity);
        }
    }

    /// <summary>Stops the supervisor and with it everything; where it is gone, what it left behind.</summary>
    /// <returns>Whether anything ran.</returns>
    public async Task<bool> StopAsync(CancellationToken cancellationToken)
    {
        var ran = IsRunning;
        if (Live(ServiceNames.Supervisor) is { } supervisor)
        {
            await ProcessStopping.StopAsync(
                supervisor, Signal.Terminate, StopPatience, Signal.Kill, clock, cancellationToken);
        }

        foreach (var service in EntryFile.Names(home))
        {
            await StopEntryAsync(service, cancellationToken);
        }

        foreach (var service in StartedFile.Names(home))
        {
            await ProcessOutput.OfAsync(new ProcessCommand(StartedFile.Read(home, service)!), null, cancellationToken);
            StartedFile.Delete(home, service);
        }

        await StopLeftoverAsync(ServiceNames.Platform, Signal.Terminate, Signal.Kill, cancellationToken);
        await StopLeftoverAsync(ServiceNames.Postgres, Signal.Interrupt, Signal.Quit, cancellationToken);
        File.Delete(Supervisor.PidPath(home));
        return ran;
    }

    private async Task StopEntryAsync(string service, CancellationToken cancellationToken)
    {
        if (Live(service) is { } process)
        {
            ProcessFamily.Send(Signal.Terminate, process);
            await ProcessStopping.WaitAsync(process, TimeSpan.FromSeconds(20), clock, cancellationToken);
            ProcessFamily.Send(Signal.Kill, process);
            await ProcessStopping.WaitAsync(process, TimeSpan.FromSeconds(10), clock, cancellationToken);
        }

        File.Delete(home.RunFile($"{service}.pid"));
        EntryFile.Delete(home, service);
    }

    private async Task StopLeftoverAsync(
        string service, Signal signal, Signal lastResort, CancellationToken cancellationToken)
    {
        if (Live(service) is { } process)
        {
            await ProcessStopping.StopAsync(
                process, signal, TimeSpan.FromSeconds(30), lastResort, clock, cancellationToken);
            File.Delete(home.RunFile($"{service}.pid"));
        }
    }

    private ProcessIdentity? Live(string service) => PidFile.ReadLive(home.RunFile($"{service}.pid"));
}
