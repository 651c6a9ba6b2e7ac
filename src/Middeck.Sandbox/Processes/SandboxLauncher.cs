using System.Collections.Concurrent;

namespace Middeck.Sandbox.Processes;

/// <summary>
/// Starts all sandboxes from one thread of its own, one after the other. <c>bwrap --die-with-parent</c> dies with the thread that
/// started it, and threads of the pool come and go; and descriptors that one sandbox is to inherit must not reach the next.
/// </summary>
internal sealed class SandboxLauncher : IDisposable
{
    private readonly BlockingCollection<Action> _starts = [];
    private readonly Lock _lock = new();
    private Thread? _thread;

    public Task<T> RunAsync<T>(Func<T> start)
    {
        var done = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_lock)
        {
            ObjectDisposedException.ThrowIf(_starts.IsAddingCompleted, this);
            if (_thread is null)
            {
                _thread = new Thread(Work) { IsBackground = true, Name = "Sandbox launcher" };
                _thread.Start();
            }

            _starts.Add(() =>
            {
                try
                {
                    done.SetResult(start());
                }
                catch (Exception failure)
                {
                    done.SetException(failure);
                }
            });
        }

        return done.Task;
    }

    /// <summary>Ends the thread, and with it every sandbox that still runs.</summary>
    public void Dispose()
    {
        lock (_lock)
        {
            _starts.CompleteAdding();
        }

        _thread?.Join();
        _starts.Dispose();
    }

    private void Work()
    {
        foreach (var start in _starts.GetConsumingEnumerable())
        {
            start();
        }
    }
}
