using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Middeck.Http.Streaming;
using Middeck.Studio.Agents;
using Middeck.Studio.Files;

namespace Middeck.Studio.Chat;

/// <summary>
/// Watches a run that is not on this node, or not any more: text as the row grows, and at the end the event that those heard
/// who watched it where it ran.
/// </summary>
internal sealed class RunFollower(RunSignals signals, FileLinks links, TimeProvider clock)
{
    // Should a hint be lost, and after the death of the run's node.
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan AskEvery = RunSignals.WatchLasts / 3;

    /// <param name="find">Finds the row; null when it is gone.</param>
    /// <param name="runId">The run.</param>
    /// <param name="offset">Characters of the answer that the watcher has.</param>
    /// <param name="render">Makes the frame of an event and its place; null leaves the event out.</param>
    /// <param name="cancellationToken">The watcher's going away.</param>
    public ChannelReader<SseFrame> Follow(
        Func<CancellationToken, Task<RunRow?>> find,
        Guid runId,
        int offset,
        Func<RunHead, RunEvent, RunPlace, SseFrame?> render,
        CancellationToken cancellationToken)
    {
        var frames = Channel.CreateBounded<SseFrame>(16);
        _ = Task.Run(() => PumpAsync(find, runId, offset, render, frames.Writer, cancellationToken), CancellationToken.None);
        return frames.Reader;
    }

    private async Task PumpAsync(
        Func<CancellationToken, Task<RunRow?>> find,
        Guid runId,
        int offset,
        Func<RunHead, RunEvent, RunPlace, SseFrame?> render,
        ChannelWriter<SseFrame> frames,
        CancellationToken cancellationToken)
    {
        try
        {
            using var signal = signals.Listen(runId);
            await foreach (var (head, next, place) in EventsAsync(find, runId, offset, signal, cancellationToken))
            {
                if (render(head, next, place) is { } frame)
                {
                    await frames.WriteAsync(frame, cancellationToken);
                }
            }

            frames.Complete();
        }
        catch (Exception ex)
        {
            // Breaks the stream off where it is; the watcher comes back and goes on from there.
            frames.Complete(ex);
        }
    }

    private async IAsyncEnumerable<(RunHead Head, RunEvent Next, RunPlace Place)> EventsAsync(
        Func<CancellationToken, Task<RunRow?>> find,
        Guid runId,
        int offset,
        RunSignal signal,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var askedAt = DateTimeOffset.MinValue;
        RunHead? head = null;
        string? shown = null;
        var agent = new AgentFollower(links);
        while (true)
        {
            // First the wish to be told, then the row: growth in between is not missed.
            if (clock.GetUtcNow() - askedAt >= AskEvery)
            {
                askedAt = clock.GetUtcNow();
                await signals.AskAsync(runId, cancellationToken);
            }

            if (await find(cancellationToken) is not { } row)
            {
                if (head is not null)
                {
                    yield return (head, new RunEvent.Failed(RunFailure.Internal(RunFailure.Deleted)), new RunPlace(0, offset));
                }

                yield break;
            }

            if (head is null && offset == 0)
            {
                yield return (row.Head, new RunEvent.Started(row.Citations), default);
            }

            head = row.Head;
            foreach (var next in agent.News(row))
            {
                yield return (head, next, new RunPlace(0, offset));
            }

            if (shown is null ? row.Answer.Length < offset : !row.Answer.StartsWith(shown, StringComparison.Ordinal))
            {
                offset = row.Answer.Length;
                yield return (head, new RunEvent.Replaced(row.Answer), new RunPlace(0, offset));
            }
            else if (row.Answer.Length > offset)
            {
                var text = row.Answer[offset..];
                offset = row.Answer.Length;
                yield return (head, new RunEvent.Delta(text), new RunPlace(0, offset));
            }

            shown = row.Answer;
            if (row.End is { } end)
            {
                yield return (head, end, new RunPlace(0, offset));
                yield break;
            }

            await signal.WaitAsync(Interval, cancellationToken);
        }
    }
}
