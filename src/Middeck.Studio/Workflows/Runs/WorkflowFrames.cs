using System.Diagnostics.CodeAnalysis;
using System.Threading.Channels;
using Middeck.Http.Streaming;

namespace Middeck.Studio.Workflows.Runs;

/// <summary>One watcher of a run that this node works on, from its first event here.</summary>
/// <param name="run">The run.</param>
/// <param name="render">Makes the frame of an event.</param>
internal sealed class WorkflowFrames(WorkflowRun run, Func<WorkflowEvent, SseFrame> render) : ChannelReader<SseFrame>
{
    private int _next = 1;

    public override bool TryRead([MaybeNullWhen(false)] out SseFrame item)
    {
        if (run.Stream.At(_next) is { } found)
        {
            _next++;
            item = render(found);
            return true;
        }

        item = default;
        return false;
    }

    public override ValueTask<bool> WaitToReadAsync(CancellationToken cancellationToken = default)
        => run.Stream.WaitForAsync(_next, cancellationToken);
}
