using Middeck.Models.Catalogue;

namespace Middeck.Models.Upstream;

/// <summary>Gives up a provider that keeps silent: first until its first byte, then between any two.</summary>
internal sealed class Patience : IDisposable
{
    private readonly CancellationTokenSource _silence;
    private readonly CancellationTokenSource _both;
    private readonly CancellationToken _caller;
    private readonly TimeSpan _firstByte;
    private readonly TimeSpan _idle;
    private bool _hasBegun;

    public Patience(TimeSpan firstByte, TimeSpan idle, TimeProvider clock, CancellationToken caller)
    {
        (_firstByte, _idle, _caller) = (firstByte, idle, caller);
        _silence = new CancellationTokenSource(firstByte, clock);
        _both = CancellationTokenSource.CreateLinkedTokenSource(caller, _silence.Token);
    }

    /// <summary>Fires when the caller gives up or the provider was silent for too long.</summary>
    public CancellationToken Token => _both.Token;

    /// <summary>Something came.</summary>
    public void Heard()
    {
        _hasBegun = true;
        _silence.CancelAfter(_idle);
    }

    /// <summary>
    /// Whether a failure is only how the end of patience looks from inside: a read that is cancelled under way may also fail
    /// because its socket is gone.
    /// </summary>
    public bool Explains(Exception failure)
        => _both.IsCancellationRequested
            && failure is OperationCanceledException or IOException or HttpRequestException or ObjectDisposedException;

    /// <summary>What to throw instead: the fault of the provider that was silent, or that the caller has given up.</summary>
    public Exception Verdict(ProviderConnection connection)
        => _caller.IsCancellationRequested
            ? new OperationCanceledException(_caller)
            : UpstreamFaults.TooLate(connection, _hasBegun ? _idle : _firstByte, _hasBegun);

    public void Dispose()
    {
        _both.Dispose();
        _silence.Dispose();
    }
}
