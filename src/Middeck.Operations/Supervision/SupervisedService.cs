using System.ComponentModel;
using System.Diagnostics;
using Middeck.Operations.Home;
using Middeck.Operations.Logs;
using Middeck.Operations.Processes;

namespace Middeck.Operations.Supervision;

/// <summary>Keeps one process running: adopts or starts it, starts it again when it ends, stops it at the end.</summary>
internal sealed class SupervisedService(
    IServiceRecipe recipe, MiddeckHome home, StatusBoard board, SupervisorLog log, TimeProvider clock)
{
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(100);

    private readonly RestartPolicy _restarts = new();
    private readonly TaskCompletionSource<bool> _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private ServiceStatus _status = new(recipe.Name, ServiceState.Waiting);
    private Process? _child;
    private long _logStart;

    /// <summary>Its recipe's name.</summary>
    public string Name => recipe.Name;

    /// <summary>True once it was ready, false when it never will be.</summary>
    public Task<bool> Ready => _ready.Task;

    private string PidPath => home.RunFile($"{recipe.Name}.pid");

    /// <summary>Runs until told to stop, and then stops the process; returns early when it failed for good.</summary>
    public async Task RunAsync(CancellationToken stopping)
    {
        ProcessIdentity? process = null;
        try
        {
            process = Adopt();
            while (true)
            {
                process ??= await StartAsync(stopping);
                var started = clock.GetTimestamp();
                await WatchAsync(process.Value, stopping);
                process = null;
                if (!await PauseAsync(clock.GetElapsedTime(started), stopping))
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

    private ProcessIdentity? Adopt()
    {
        if ((PidFile.ReadLive(PidPath) ?? recipe.FindRunning()) is not { } process)
        {
            return null;
        }

        PidFile.Write(PidPath, process);
        log.Write($"{recipe.Name} runs already as process {process.Pid} and was adopted.");
        Show(_status with { State = ServiceState.Starting, Pid = process.Pid, StartedAt = process.StartedAt(clock) });
        return process;
    }

    private async Task<ProcessIdentity> StartAsync(CancellationToken stopping)
    {
        Show(_status with { State = ServiceState.Starting });
        var command = await recipe.PrepareAsync(stopping);
        var path = home.LogOf(recipe.Name);
        _logStart = new LogReader(path, clock).End;
        _child?.Dispose();
        _child = DetachedProcess.Start(command, path);
        // One that ended within this moment is seen as ended by the watch below.
        var process = ProcessIdentity.Of(_child.Id) ?? new ProcessIdentity(_child.Id, -1);
        PidFile.Write(PidPath, process);
        log.Write($"{recipe.Name} was started as process {process.Pid}.");
        Show(_status with { Pid = process.Pid, StartedAt = clock.GetUtcNow() });
        return process;
    }

    private async Task WatchAsync(ProcessIdentity process, CancellationToken stopping)
    {
        using var timer = new PeriodicTimer(Poll, clock);
        while (process.IsAlive)
        {
            if (_status.State != ServiceState.Running && recipe.IsReady(process))
            {
                Show(_status with { State = ServiceState.Running });
                _ready.TrySetResult(true);
            }

            await timer.WaitForNextTickAsync(stopping);
        }
    }

    private async Task<bool> PauseAsync(TimeSpan ranFor, CancellationToken stopping)
    {
        var exitCode = ExitCodeOfChild();
        var lastWords = LastWords.Of(exitCode, new LogReader(home.LogOf(recipe.Name), clock), _logStart);
        _status = _status with { Pid = null, LastExitCode = exitCode, LastWords = lastWords };
        log.Write(exitCode is null
            ? $"{recipe.Name} ended: {lastWords}"
            : $"{recipe.Name} ended with code {exitCode}: {lastWords}");
        if (exitCode is { } code && recipe.IsFinal(code))
        {
            Fail(lastWords);
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
        if (_child is null)
        {
            return null;
        }

        _child.WaitForExit();
        return _child.ExitCode;
    }

    private async Task StopAsync(ProcessIdentity? process)
    {
        // Between the pid file and the first watch a stop may come: the file knows more than the variable.
        if ((process ?? PidFile.ReadLive(PidPath)) is { } running)
        {
            log.Write($"{recipe.Name} is told to stop.");
            var polite = await ProcessStopping.StopAsync(
                running, recipe.StopSignal, recipe.StopPatience, recipe.LastResort, clock, CancellationToken.None);
            log.Write(polite ? $"{recipe.Name} stopped." : $"{recipe.Name} did not stop in time and was ended.");
        }

        File.Delete(PidPath);
        Show(_status with { State = ServiceState.Stopped, Pid = null });
    }

    private void Fail(string? why)
    {
        log.Write($"{recipe.Name} failed: {why}");
        File.Delete(PidPath);
        Show(_status with { State = ServiceState.Failed, Pid = null, LastWords = why });
    }

    private void Show(ServiceStatus status)
    {
        _status = status;
        board.Set(status);
    }
}
