namespace Middeck.Studio.Chat;

/// <summary>One watcher's ear for a run. Several calls before it listens are one.</summary>
internal sealed class RunSignal(TimeProvider clock, Action<RunSignal> onGone) : IDisposable
{
    private TaskCompletionSource _called = New();

    /// <summary>Wakes the watcher, now or when it next waits.</summary>
    public void Set() => Volatile.Read(ref _called).TrySetResult();

    /// <summary>Returns when it was called, or the time is over.</summary>
    public async Task WaitAsync(TimeSpan most, CancellationToken cancellationToken)
    {
        try
        {
            await Volatile.Read(ref _called).Task.WaitAsync(most, clock, cancellationToken);
            Volatile.Write(ref _called, New());
        }
        catch (TimeoutException)
        {
            // Nobody called: the row is read all the same.
        }
    }

    public void Dispose() => onGone(this);

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
