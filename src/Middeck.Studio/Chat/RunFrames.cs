using System.Diagnostics.CodeAnalysis;
using System.Threading.Channels;
using Middeck.Http.Streaming;

namespace Middeck.Studio.Chat;

/// <summary>One watcher of a run: reads its events from a place on and puts them into the form that the watcher understands.</summary>
/// <param name="stream">The run's events.</param>
/// <param name="after">The sequence number of the last event that the watcher has; 0 for none.</param>
/// <param name="render">Makes the frame of an event and its sequence number; null leaves the event out.</param>
internal sealed class RunFrames(RunStream stream, int after, Func<RunEvent, int, SseFrame?> render)
    : ChannelReader<SseFrame>
{
    private int _next = after + 1;

    public override bool TryRead([MaybeNullWhen(false)] out SseFrame item)
    {
        while (stream.At(_next) is { } found)
        {
            if (render(found, _next++) is { } frame)
            {
                item = frame;
                return true;
            }
        }

        item = default;
        return false;
    }

    public override ValueTask<bool> WaitToReadAsync(CancellationToken cancellationToken = default)
        => stream.WaitForAsync(_next, cancellationToken);
}
