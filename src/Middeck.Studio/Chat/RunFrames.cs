using System.Diagnostics.CodeAnalysis;
using System.Threading.Channels;
using Middeck.Http.Streaming;

namespace Middeck.Studio.Chat;

/// <summary>One watcher of a run: reads its events from a place on and puts them into the form that the watcher understands.</summary>
/// <param name="stream">The run's events.</param>
/// <param name="after">How far the watcher has read.</param>
/// <param name="render">Makes the frame of an event and its place; null leaves the event out.</param>
internal sealed class RunFrames(RunStream<RunEvent> stream, RunPlace after, Func<RunEvent, RunPlace, SseFrame?> render)
    : ChannelReader<SseFrame>
{
    private int _next = 1;
    private int _offset;
    private bool _isReplaced;

    public override bool TryRead([MaybeNullWhen(false)] out SseFrame item)
    {
        while (stream.At(_next) is { } found)
        {
            if (Unread(found) is { } unread && render(unread, new RunPlace(_next - 1, _offset)) is { } frame)
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

    // Moves past the event. What the watcher has read of it is left out: the whole, or the beginning of a text.
    private RunEvent? Unread(RunEvent found)
    {
        var sequence = _next++;
        var text = (found as RunEvent.Delta)?.Text;
        _offset += text?.Length ?? 0;
        if (found is RunEvent.Replaced replaced)
        {
            // From here on it counts anew, for everybody.
            (_offset, _isReplaced) = (replaced.Text.Length, true);
        }

        if (after.Sequence > 0)
        {
            return sequence > after.Sequence ? found : null;
        }

        if (text is null || _isReplaced)
        {
            return found is RunEvent.Started && after.Offset > 0 ? null : found;
        }

        var unread = _offset - after.Offset;
        return unread <= 0 ? null
            : unread < text.Length ? new RunEvent.Delta(text[^unread..])
            : found;
    }
}
