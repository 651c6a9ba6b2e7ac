using Middeck.Sandbox.Processes;

namespace Middeck.Sandbox.Interpreters;

/// <summary>An interpreter that waits for code; it runs one piece of it and is ended.</summary>
internal sealed class WaitingInterpreter : IAsyncDisposable
{
    // What had been sent before the program ended can still be read; normally it comes at once.
    private static readonly TimeSpan _rest = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan _interval = TimeSpan.FromMilliseconds(10);

    private readonly RunningSandbox _sandbox;
    private readonly TimeProvider _clock;
    private readonly LimitedCapture _stdout;
    private readonly LimitedCapture _stderr;
    private long _peak;

    public WaitingInterpreter(RunningSandbox sandbox, SandboxLimits limits, TimeProvider clock)
    {
        (_sandbox, _clock) = (sandbox, clock);
        _stdout = new LimitedCapture(sandbox.Output, limits.OutputBytes);
        _stderr = new LimitedCapture(sandbox.Errors, limits.OutputBytes);
    }

    public SandboxLimits Limits => _sandbox.Limits;

    public bool HasExited => _sandbox.HasExited;

    /// <summary>What it said instead of starting.</summary>
    public string Complaint => _stderr.Text.Trim();

    /// <summary>Waits for its sign that it is ready; false when it ended instead.</summary>
    public async Task<bool> IsReadyAsync(CancellationToken cancellationToken)
    {
        var sign = new byte[1];
        if (await _sandbox.Channel.ReadAsync(sign, cancellationToken) == 0)
        {
            await _stderr.Completed.WaitAsync(cancellationToken);
            return false;
        }

        // Looks its processes up, which takes longer than to look at them again.
        _ = _sandbox.Memory();
        return true;
    }

    /// <summary>Hands over the code and waits for what becomes of it.</summary>
    public async Task<CodeOutcome> RunAsync(CodeRequest request, SandboxLimits limits, CancellationToken cancellationToken)
    {
        var started = _clock.GetTimestamp();
        using var timeout = new CancellationTokenSource(limits.Time, _clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        using var over = new CancellationTokenSource();
        var watch = _sandbox.WatchMemoryAsync(_interval, Seen, over.Token);
        var answer = new ResultFrame(limits.OutputBytes);
        CodeError? failure = null;
        try
        {
            await ExchangeAsync(request, answer, limits, either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            failure = new(CodeErrorKind.Timeout, $"The code ran longer than {limits.Time.TotalSeconds:0.###} seconds and was stopped.");
        }
        finally
        {
            Seen(_sandbox.Memory());
            await over.CancelAsync();
            _sandbox.Kill();
        }

        var duration = _clock.GetElapsedTime(started);
        var wasOutOfMemory = await watch;
        await Task.WhenAll(_stdout.Completed, _stderr.Completed).WaitAsync(_rest, _clock, cancellationToken)
            .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        cancellationToken.ThrowIfCancellationRequested();
        var ending = new RunEnding(_sandbox, limits, wasOutOfMemory, _stderr.Text);
        var outcome = failure is not null ? new CodeOutcome { Error = failure } : answer.Read() ?? new CodeOutcome { Error = ending.Explain(answer) };
        return outcome with
        {
            Error = outcome.Error is { Kind: CodeErrorKind.Memory } ? ending.OutOfMemory : outcome.Error,
            Stdout = _stdout.Text,
            Stderr = _stderr.Text,
            IsOutputCut = _stdout.IsCut || _stderr.IsCut,
            Duration = duration,
            PeakMemory = _peak,
        };
    }

    public ValueTask DisposeAsync() => _sandbox.DisposeAsync();

    private void Seen(long memory) => _peak = Math.Max(_peak, memory);

    private async Task ExchangeAsync(CodeRequest request, ResultFrame answer, SandboxLimits limits, CancellationToken cancellationToken)
    {
        var exchange = HandOverAsync(request, answer, limits, cancellationToken);
        // A process of somebody else's may have inherited the channel by accident and hold it open; then its end tells nothing.
        var exit = _sandbox.WaitForExitAsync(cancellationToken);
        if (await Task.WhenAny(exchange, exit) == exit)
        {
            await exit;
            await exchange.WaitAsync(_rest, _clock, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            return;
        }

        await exchange;
        if (!answer.IsComplete && !answer.IsFlooded)
        {
            await exit;
        }
    }

    private async Task HandOverAsync(CodeRequest request, ResultFrame answer, SandboxLimits limits, CancellationToken cancellationToken)
    {
        try
        {
            await _sandbox.Input.WriteAsync(RequestFrame.Of(request, answer.Token, limits), cancellationToken);
            await _sandbox.Input.FlushAsync(cancellationToken);
        }
        catch (IOException)
        {
            // It has ended before it read everything; what it said until then is read below.
        }

        await answer.ReadFromAsync(_sandbox.Channel, cancellationToken);
    }
}
