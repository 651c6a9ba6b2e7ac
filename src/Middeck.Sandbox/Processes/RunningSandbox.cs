using System.Diagnostics;
using Middeck.Sandbox.Isolation;

namespace Middeck.Sandbox.Processes;

/// <summary>A process in a sandbox, with everything that it has started. Disposing it ends them all.</summary>
internal sealed class RunningSandbox(
    Process process, Stream? channel, SandboxCgroup? cgroup, SandboxLimits limits, TimeProvider clock) : IAsyncDisposable
{
    // The kernel needs a moment to take down what was killed.
    private static readonly TimeSpan _end = TimeSpan.FromSeconds(5);

    private SandboxMemory? _memory;

    public SandboxLimits Limits => limits;

    public Stream Input => process.StandardInput.BaseStream;

    public Stream Output => process.StandardOutput.BaseStream;

    public Stream Errors => process.StandardError.BaseStream;

    /// <summary>What the program sends beside its standard streams.</summary>
    public Stream Channel => channel ?? throw new InvalidOperationException("The sandbox was started without a channel.");

    public bool HasExited => process.HasExited;

    /// <summary>The program's exit code; 128 and the signal's number when a signal ended it.</summary>
    public int ExitCode => process.ExitCode;

    /// <summary>The processor time limit's signal, SIGXCPU, as an exit code.</summary>
    public bool RanOutOfCpuTime => process.HasExited && process.ExitCode == 128 + 24;

    public Task WaitForExitAsync(CancellationToken cancellationToken) => process.WaitForExitAsync(cancellationToken);

    /// <summary>How much memory it holds now, in bytes; 0 before the program runs and after its end.</summary>
    public long Memory()
    {
        if (cgroup is not null)
        {
            return cgroup.Peak;
        }

        if (_memory?.Read() is { } memory)
        {
            return memory;
        }

        // Not found yet, or the process by which it was found has ended.
        _memory = process.HasExited ? null : SandboxMemory.Of(process.Id);
        return _memory?.Read() ?? 0;
    }

    /// <summary>Ends it when it holds too much memory.</summary>
    /// <param name="interval">How often to look. In ten milliseconds a core fills a few dozen megabytes.</param>
    /// <param name="seen">Is told what it held each time.</param>
    /// <param name="cancellationToken">Ends the watch.</param>
    /// <returns>Whether it took too much.</returns>
    public async Task<bool> WatchMemoryAsync(TimeSpan interval, Action<long> seen, CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(interval, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(cancellationToken))
            {
                var memory = Memory();
                seen(memory);
                if (cgroup is null ? memory > limits.MemoryBytes : cgroup.WasOutOfMemory)
                {
                    Kill();
                    return true;
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The run is over.
        }

        return cgroup is { WasOutOfMemory: true };
    }

    /// <summary>Ends all its processes: they die with bwrap, and with the first process of their namespace.</summary>
    public void Kill()
    {
        cgroup?.Kill();
        if (!process.HasExited)
        {
            // While it starts, bwrap's first child waits for its parent and is not yet tied to it: each must be killed then.
            process.Kill(entireProcessTree: _memory is null);
        }
    }

    public async ValueTask DisposeAsync()
    {
        Kill();
        using var late = new CancellationTokenSource(_end, clock);
        await process.WaitForExitAsync(late.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        process.Dispose();
        if (channel is not null)
        {
            await channel.DisposeAsync();
        }

        if (cgroup is not null)
        {
            await cgroup.RemoveAsync(clock);
        }
    }
}
