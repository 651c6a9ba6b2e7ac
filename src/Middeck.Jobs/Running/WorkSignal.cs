using System.Threading.Channels;

namespace Middeck.Jobs.Running;

/// <summary>Says that there may be work. Many calls before anybody looks count as one.</summary>
internal sealed class WorkSignal
{
    private readonly Channel<bool> _channel = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    public void Set() => _channel.Writer.TryWrite(true);

    /// <summary>Returns when the signal was given or the time is over.</summary>
    public async Task WaitAsync(TimeSpan timeout, TimeProvider clock, CancellationToken cancellationToken)
    {
        try
        {
            await _channel.Reader.WaitToReadAsync(cancellationToken).AsTask().WaitAsync(timeout, clock, cancellationToken);
            _channel.Reader.TryRead(out _);
        }
        catch (TimeoutException)
        {
            // Time to look without being asked.
        }
    }
}
