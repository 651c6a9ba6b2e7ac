using Middeck.Sandbox.Processes;

namespace Middeck.Sandbox;

/// <summary>A program that runs in a sandbox and talks over its standard streams. Disposing it ends it and all that it has started.</summary>
public sealed class SandboxedProcess : IAsyncDisposable
{
    // It may run for days; each process has a limit of its own meanwhile.
    private static readonly TimeSpan _interval = TimeSpan.FromMilliseconds(100);

    private readonly RunningSandbox _running;
    private readonly CancellationTokenSource _end = new();
    private readonly Task<bool> _watch;
    private readonly Action<SandboxedProcess> _ended;
    private int _isDisposed;

    internal SandboxedProcess(RunningSandbox running, Action<SandboxedProcess> ended)
    {
        _running = running;
        _ended = ended;
        _watch = running.WatchMemoryAsync(_interval, memory => PeakMemory = Math.Max(PeakMemory, memory), _end.Token);
    }

    /// <summary>Its standard input.</summary>
    public Stream Input => _running.Input;

    /// <summary>Its standard output.</summary>
    public Stream Output => _running.Output;

    /// <summary>Its standard error; read it, or a program that writes much there waits for ever.</summary>
    public Stream Errors => _running.Errors;

    /// <summary>Whether it has ended.</summary>
    public bool HasExited => _running.HasExited;

    /// <summary>The most memory that it was seen to hold with all that it has started, in bytes.</summary>
    public long PeakMemory { get; private set; }

    /// <summary>Waits for its end.</summary>
    /// <returns>Its exit code; 128 and the signal's number when a signal ended it.</returns>
    public async Task<int> WaitForExitAsync(CancellationToken cancellationToken)
    {
        await _running.WaitForExitAsync(cancellationToken);
        return _running.ExitCode;
    }

    /// <summary>Ends it and all that it has started.</summary>
    public void Kill() => _running.Kill();

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        // Whoever started it and the platform that stops may both come here.
        if (Interlocked.Exchange(ref _isDisposed, 1) == 1)
        {
            return;
        }

        _ended(this);
        await _end.CancelAsync();
        await _watch;
        await _running.DisposeAsync();
        _end.Dispose();
    }
}
