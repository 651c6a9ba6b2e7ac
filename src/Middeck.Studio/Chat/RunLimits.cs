namespace Middeck.Studio.Chat;

/// <summary>Ends a run that takes too long, whose model is silent for too long, or that is cancelled.</summary>
internal sealed class RunLimits : IDisposable
{
    private readonly StudioOptions _options;
    private readonly CancellationTokenSource _deadline;
    private readonly CancellationTokenSource _silence;
    private readonly CancellationTokenSource _any;

    public RunLimits(ChatRun run, StudioOptions options, TimeProvider clock)
    {
        _options = options;
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

    public void Dispose()
    {
        _any.Dispose();
        _silence.Dispose();
        _deadline.Dispose();
    }
}
