namespace Middeck.Studio.Chat;

/// <summary>
/// All events of one run in their order. Any number of watchers read from any place, each at its own pace; none of them can
/// hold up the run. Their number is bounded by the longest answer that is taken from a model.
/// </summary>
internal sealed class RunStream<T>(Func<T, bool> isLast) where T : class
{
    private readonly Lock _lock = new();
    private readonly List<T> _events = [];
    private readonly TaskCompletionSource<T> _end = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private TaskCompletionSource _more = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The last event.</summary>
    public Task<T> End => _end.Task;

    /// <summary>Adds an event; after the last one nothing more is added.</summary>
    public void Publish(T next)
    {
        var isEnd = isLast(next);
        TaskCompletionSource waiting;
        lock (_lock)
        {
            if (_end.Task.IsCompleted)
            {
                return;
            }

            _events.Add(next);
            if (isEnd)
            {
                _end.SetResult(next);
            }

            waiting = _more;
            _more = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        waiting.SetResult();
    }

    /// <summary>Ends the stream where it is, without a last event.</summary>
    public void BreakOff()
    {
        TaskCompletionSource waiting;
        lock (_lock)
        {
            _end.TrySetCanceled();
            waiting = _more;
            _more = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        waiting.SetResult();
    }

    /// <summary>The event with the sequence number, from 1; null when it is not there yet.</summary>
    public T? At(int sequence)
    {
        lock (_lock)
        {
            return sequence <= _events.Count ? _events[sequence - 1] : null;
        }
    }

    /// <summary>Waits for the event with the sequence number. False when the run ended before it.</summary>
    public async ValueTask<bool> WaitForAsync(int sequence, CancellationToken cancellationToken)
    {
        while (true)
        {
            Task more;
            lock (_lock)
            {
                if (sequence <= _events.Count)
                {
                    return true;
                }

                if (_end.Task.IsCompleted)
                {
                    return false;
                }

                more = _more.Task;
            }

            await more.WaitAsync(cancellationToken);
        }
    }
}
