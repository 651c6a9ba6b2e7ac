using System.ComponentModel;
using System.Globalization;
using Middeck.Operations.Catalogue;
using Middeck.Operations.Home;
using Middeck.Operations.Processes;

namespace Middeck.Operations.Supervision;

/// <summary>A service that another manager runs, or somebody else: started and stopped through that manager, and watched.</summary>
internal sealed class ExternalService(
    ServiceEntry entry, IExternalControl control, int platformPort, MiddeckHome home, StatusBoard board, SupervisorLog log, TimeProvider clock) : ISupervised
{
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan AskEvery = TimeSpan.FromSeconds(10);

    // Pulling images may take its time; more than this is a fault.
    private static readonly TimeSpan StartPatience = TimeSpan.FromMinutes(30);

    private readonly TaskCompletionSource<bool> _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private ServiceStatus _status = board.Of(entry.Name);

    public string Name => entry.Name;

    public Task<bool> Ready => _ready.Task;

    public async Task RunAsync(CancellationToken stopping)
    {
        try
        {
            Show(_status with { State = ServiceState.Starting, LastWords = null, StartedAt = null });
            if (!await IsRunningAsync(stopping))
            {
                await StartAsync(stopping);
            }

            Show(_status with { StartedAt = clock.GetUtcNow() });
            await WatchAsync(stopping);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            await StopAsync();
        }
        catch (Exception ex) when (ex is RefusedException or IOException or UnauthorizedAccessException or Win32Exception)
        {
            Fail(ex is Win32Exception ? $"{control.Start?[0]} cannot be run here: {ex.Message}" : ex.Message);
        }
        finally
        {
            _ready.TrySetResult(false);
        }
    }

    private async Task<bool> IsRunningAsync(CancellationToken cancellationToken)
    {
        if (control.Running is not { } command)
        {
            return true;
        }

        var output = await RunAsync(command, cancellationToken);
        return output.ExitCode == 0 && (!control.NeedsOutput || output.Output.Trim().Length > 0);
    }

    private async Task StartAsync(CancellationToken stopping)
    {
        log.Write($"{entry.Name} is started: {string.Join(' ', control.Start!)}");
        // Before, not after: a kill in between must not leave something running that nobody stops.
        StartedFile.Write(home, entry.Name, control.Stop!);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        patience.CancelAfter(StartPatience);
        var output = await RunAsync(control.Start!, patience.Token);
        if (output.ExitCode != 0)
        {
            StartedFile.Delete(home, entry.Name);
            var words = output.Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries).LastOrDefault()?.Trim();
            var sentence = string.Create(
                CultureInfo.InvariantCulture, $"{string.Join(' ', control.Start!)} ended with code {output.ExitCode}: {words}");
            throw new RefusedException(ExitCode.StartFailed, new Language.Message(sentence, sentence));
        }
    }

    private async Task WatchAsync(CancellationToken stopping)
    {
        var check = entry.Health ?? (entry.Kind == ServiceKind.Url ? new ServiceHealth { Http = entry.Url } : null);
        await using var health = new HealthWatch(check, clock);
        using var timer = new PeriodicTimer(Poll, clock);
        var asked = clock.GetTimestamp();
        var running = true;
        while (true)
        {
            if (clock.GetElapsedTime(asked) > AskEvery)
            {
                asked = clock.GetTimestamp();
                running = await IsRunningAsync(stopping);
            }

            var report = health.Report;
            var state = !running
                ? ServiceState.Stopped
                : health.IsReady || _status.State == ServiceState.Running || report.State == HealthState.Unhealthy
                    ? ServiceState.Running
                    : ServiceState.Starting;
            var status = _status with { State = state, Health = report.State, HealthProblem = report.Problem };
            if (status != _status)
            {
                Show(status);
            }

            if (running && health.IsReady)
            {
                _ready.TrySetResult(true);
            }

            await timer.WaitForNextTickAsync(stopping);
        }
    }

    private async Task StopAsync()
    {
        if (StartedFile.Read(home, entry.Name) is { } stop)
        {
            log.Write($"{entry.Name} is told to stop: {string.Join(' ', stop)}");
            var output = await RunAsync(stop, CancellationToken.None);
            if (output.ExitCode != 0)
            {
                log.Write($"{entry.Name} could not be stopped: {output.Errors.Trim()}");
            }

            StartedFile.Delete(home, entry.Name);
        }

        Show(_status with { State = ServiceState.Stopped, Health = HealthState.Unknown, HealthProblem = null });
    }

    private Task<ProcessOutput> RunAsync(IReadOnlyList<string> command, CancellationToken cancellationToken)
    {
        var environment = PlatformEnvironment.WithoutOurs(home);
        foreach (var (name, value) in entry.Environment)
        {
            environment[name] = PlatformPorts.Fill(value, home, platformPort);
        }

        return ProcessOutput.OfAsync(new ProcessCommand(command) { Environment = environment }, null, cancellationToken);
    }

    private void Fail(string why)
    {
        log.Write($"{entry.Name} failed: {why}");
        Show(_status with { State = ServiceState.Failed, LastWords = why, Health = HealthState.Unknown });
    }

    private void Show(ServiceStatus status)
    {
        _status = status;
        board.Set(status);
    }
}
