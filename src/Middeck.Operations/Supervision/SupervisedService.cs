using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using Middeck.Operations.Catalogue;
using Middeck.Operations.Home;
using Middeck.Operations.Logs;
using Middeck.Operations.Processes;

namespace Middeck.Operations.Supervision;

/// <summary>Keeps one process running: adopts or starts it, starts it again when it ends, stops it at the end.</summary>
internal sealed class SupervisedService(
    IServiceRecipe recipe, MiddeckHome home, StatusBoard board, SupervisorLog log, TimeProvider clock) : ISupervised
{
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(100);

    private readonly RestartPolicy _restarts = new(recipe.Restart);
    private readonly TaskCompletionSource<bool> _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private ServiceStatus _status = board.Of(recipe.Name) with { LimitsBy = recipe.LimitsBy };
    private Process? _child;
    private long _logStart;
    private string? _endedBecause;

    public string Name => recipe.Name;

    public Task<bool> Ready => _ready.Task;

    private string PidPath => home.RunFile($"{recipe.Name}.pid");

    public async Task RunAsync(CancellationToken stopping)
    {
        ProcessIdentity? process = null;
        try
        {
            process = await AdoptAsync();
            while (true)
            {
                var started = clock.GetTimestamp();
                process ??= await TryStartAsync(stopping);
                var wasHealthy = process is { } running && await WatchAsync(running, stopping);
                await ClearAsync(process);
                process = null;
                // One that never worked did not run well, however long it lived.
                if (!await PauseAsync(wasHealthy ? clock.GetElapsedTime(started) : TimeSpan.Zero, stopping))
                {
                    break;
                }
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            await StopAsync(process);
        }
        catch (Exception ex) when (ex is RefusedException or IOException or UnauthorizedAccessException or Win32Exception)
        {
            Fail(ex.Message);
        }
        finally
        {
            _ready.TrySetResult(false);
            _child?.Dispose();
        }
    }

    private async Task<ProcessIdentity?> AdoptAsync()
    {
        if ((PidFile.ReadLive(PidPath) ?? recipe.FindRunning()) is not { } process)
        {
            return null;
        }

        if (recipe.Fingerprint is { } fingerprint && EntryFile.Read(home, recipe.Name) != fingerprint)
        {
            log.Write($"{recipe.Name} runs as process {process.Pid} but its entry was changed since: it is started anew.");
            await EndAsync(process);
            return null;
        }

        PidFile.Write(PidPath, process);
        log.Write($"{recipe.Name} runs already as process {process.Pid} and was adopted.");
        Show(_status with { State = ServiceState.Starting, Pid = process.Pid, StartedAt = process.StartedAt(clock) });
        return process;
    }

    // Null: its port is taken by somebody else, which may pass like any other reason to end.
    private async Task<ProcessIdentity?> TryStartAsync(CancellationToken stopping)
    {
        _endedBecause = null;
        Show(_status with { State = ServiceState.Starting });
        ProcessCommand command;
        try
        {
            command = await recipe.PrepareAsync(stopping);
        }
        catch (RefusedException ex) when (ex.Code == ExitCode.PortUnavailable)
        {
            _endedBecause = ex.Message;
            return null;
        }

        var path = home.LogOf(recipe.Name);
        _logStart = new LogReader(path, clock).End;
        _child?.Dispose();
        _child = null;
        _child = DetachedProcess.Start(command, path);
        // One that ended within this moment is seen as ended by the watch below.
        var process = ProcessIdentity.Of(_child.Id) ?? new ProcessIdentity(_child.Id, -1);
        EntryFile.Write(home, recipe);
        PidFile.Write(PidPath, process);
        log.Write($"{recipe.Name} was started as process {process.Pid}.");
        Show(_status with { Pid = process.Pid, StartedAt = clock.GetUtcNow() });
        return process;
    }

    // Until it ends, or is ended because it takes too much memory or is no longer healthy. Whether it ever worked is the answer.
    private async Task<bool> WatchAsync(ProcessIdentity process, CancellationToken stopping)
    {
        await using var health = new HealthWatch(recipe.Health, clock);
        var memory = new MemoryWatch(process, recipe.Limits.MemoryBytes, clock);
        using var timer = new PeriodicTimer(Poll, clock);
        var worked = !recipe.HealthDecides;
        while (process.IsAlive)
        {
            var report = health.Report;
            var ready = recipe.IsReady(process) && health.IsReady;
            worked |= ready;
            var running = _status.State == ServiceState.Running || (recipe.HealthDecides ? ready : recipe.IsReady(process));
            var status = _status with
            {
                State = running ? ServiceState.Running : ServiceState.Starting,
                Health = report.State,
                HealthProblem = report.Problem,
            };
            if (status != _status)
            {
                Show(status);
            }

            if (ready)
            {
                _ready.TrySetResult(true);
            }

            // One that is not to be started again is better left as it is.
            _endedBecause = recipe is { HealthDecides: true, Restart.When: not RestartWhen.Never } && report.State == HealthState.Unhealthy
                ? $"not healthy: {report.Problem}"
                : null;
            if (_endedBecause is null && memory.Excess() is { } excess)
            {
                // Asked politely it could take more while it tidies up.
                _endedBecause = excess;
                ProcessFamily.Send(Signal.Kill, process);
            }

            if (_endedBecause is not null)
            {
                log.Write($"{recipe.Name} is ended: {_endedBecause}");
                await EndAsync(process);
                break;
            }

            await timer.WaitForNextTickAsync(stopping);
        }

        return worked;
    }

    private async Task<bool> PauseAsync(TimeSpan ranFor, CancellationToken stopping)
    {
        var exitCode = ExitCodeOfChild();
        var lastWords = _endedBecause ?? LastWords.Of(exitCode, new LogReader(home.LogOf(recipe.Name), clock), _logStart);
        _status = _status with
        {
            Pid = null,
            LastExitCode = exitCode,
            LastWords = lastWords,
            Health = HealthState.Unknown,
            HealthProblem = null,
        };
        log.Write(exitCode is null
            ? $"{recipe.Name} ended: {lastWords}"
            : $"{recipe.Name} ended with code {exitCode}: {lastWords}");
        if (exitCode is { } code && recipe.IsFinal(code))
        {
            Fail(lastWords);
            return false;
        }

        if (!_restarts.Answers(exitCode))
        {
            Forget();
            Show(_status with { State = exitCode == 0 ? ServiceState.Stopped : ServiceState.Failed });
            return false;
        }

        if (_restarts.AfterExit(ranFor) is not { } pause)
        {
            log.Write($"{recipe.Name} ended too often and is not started again. Cure the cause, then run: middeck up.");
            Fail(lastWords);
            return false;
        }

        Show(_status with { State = ServiceState.Restarting, Restarts = _status.Restarts + 1 });
        await Task.Delay(pause, clock, stopping);
        return true;
    }

    // An adopted process is not our child: the kernel tells its exit code to nobody here.
    private int? ExitCodeOfChild()
    {
        if (_child is null || _endedBecause is not null)
        {
            return null;
        }

        _child.WaitForExit();
        return _child.ExitCode;
    }

    // What a dead process left behind may hold its port.
    private async Task ClearAsync(ProcessIdentity? process)
    {
        if (process is { } ended && recipe.StopsFamily)
        {
            ProcessFamily.Send(Signal.Kill, ended);
            await Task.WhenAll(ProcessFamily.Look().Of(ended).Select(member => ProcessStopping.WaitAsync(
                member, TimeSpan.FromSeconds(5), clock, CancellationToken.None)));
            recipe.Ended();
        }
    }

    private async Task<bool> EndAsync(ProcessIdentity process)
    {
        if (recipe.StopsFamily)
        {
            ProcessFamily.Send(recipe.StopSignal, process);
        }

        var polite = await ProcessStopping.StopAsync(
            process, recipe.StopSignal, recipe.StopPatience, recipe.LastResort, clock, CancellationToken.None);
        await ClearAsync(process);
        return polite;
    }

    private async Task StopAsync(ProcessIdentity? process)
    {
        // Between the pid file and the first watch a stop may come: the file knows more than the variable.
        if ((process ?? PidFile.ReadLive(PidPath)) is { } running)
        {
            log.Write($"{recipe.Name} is told to stop.");
            var polite = await EndAsync(running);
            log.Write(polite ? $"{recipe.Name} stopped." : $"{recipe.Name} did not stop in time and was ended.");
        }

        Forget();
        Show(_status with { State = ServiceState.Stopped, Pid = null, Health = HealthState.Unknown, HealthProblem = null });
    }

    private void Fail(string? why)
    {
        log.Write(string.Create(CultureInfo.InvariantCulture, $"{recipe.Name} failed: {why}"));
        Forget();
        Show(_status with { State = ServiceState.Failed, Pid = null, LastWords = why, Health = HealthState.Unknown });
    }

    private void Forget()
    {
        File.Delete(PidPath);
        EntryFile.Delete(home, recipe.Name);
    }

    private void Show(ServiceStatus status)
    {
        _status = status;
        board.Set(status);
    }
}
