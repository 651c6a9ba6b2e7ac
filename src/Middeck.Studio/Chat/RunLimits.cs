namespace Middeck.Studio.Chat;

/// <summary>Ends a run that takes too long, whose model is silent for too long, or that is cancelled.</summary>
internal sealed class RunLimits : IDisposable
{
    private readonly StudioOptions _options;
    private readonly CancellationTokenSource _deadline;
    private readonly CancellationTokenSource _silence;
    private readonly CancellationTokenSource _any;
    private readonly TimeProvider _clock;
    private readonly Lock _lock = new();
    private DateTimeOffset _endsAt;
    private TimeSpan _left;
    private int _persons;

    public RunLimits(ChatRun run, StudioOptions options, TimeProvider clock)
    {
        (_options, _clock) = (options, clock);
        _endsAt = clock.GetUtcNow() + TimeSpan.FromSeconds(options.RunTimeout);
        _deadline = new CancellationTokenSource(TimeSpan.FromSeconds(options.RunTimeout), clock);
        _silence = new CancellationTokenSource(TimeSpan.FromSeconds(options.SilenceTimeout), clock);
        _any = CancellationTokenSource.CreateLinkedTokenSource(run.Cancelled, _deadline.Token, _silence.Token);
    }

    /// <summary>Cancelled when the run has to end.</summary>
    public CancellationToken Token => _any.Token;

    /// <summary>Which limit ended the run; null for none.</summary>
    public RunFailure? Exceeded
        => _deadline.IsCancellationRequested
            ? RunFailure.Model($"The run took longer than {_options.RunTimeout} seconds and was ended.")
            : _silence.IsCancellationRequested
                ? RunFailure.Model($"The model was silent for {_options.SilenceTimeout} seconds and the run was ended.")
                : null;

    /// <summary>Begins to count the silence anew.</summary>
    public void RestartSilence() => _silence.CancelAfter(TimeSpan.FromSeconds(_options.SilenceTimeout));

    /// <summary>No model is asked: its silence is not counted until it is restarted.</summary>
    public void PauseSilence() => _silence.CancelAfter(Timeout.InfiniteTimeSpan);

    /// <summary>A person is asked: until the answer is disposed, the run's time stands still. May be called several times.</summary>
    public IDisposable WaitForPerson()
    {
        lock (_lock)
        {
            if (_persons++ == 0)
            {
                _left = _endsAt - _clock.GetUtcNow();
                _deadline.CancelAfter(Timeout.InfiniteTimeSpan);
            }
        }

        return new Pause(this);
    }

    private void GoOn()
    {
        lock (_lock)
        {
            if (--_persons == 0)
            {
                _endsAt = _clock.GetUtcNow() + _left;
                _deadline.CancelAfter(_left > TimeSpan.Zero ? _left : TimeSpan.Zero);
            }
        }
    }

    public void Dispose()
    {
        _any.Dispose();
        _silence.Dispose();
        _deadline.Dispose();
    }

    private sealed class Pause(RunLimits limits) : IDisposable
    {
        public void Dispose() => limits.GoOn();
    }
}
