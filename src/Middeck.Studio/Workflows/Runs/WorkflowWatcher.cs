using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using Middeck.Http.Streaming;
using Middeck.Studio.Chat;

namespace Middeck.Studio.Workflows.Runs;

/// <summary>Tells what happened in a run from a place on and what happens from now on, whichever node works on it.</summary>
internal sealed class WorkflowWatcher(WorkflowRunStore store, WorkflowHub hub)
{
    private const int PageSize = 500;
    private static readonly TimeSpan _interval = TimeSpan.FromMilliseconds(500);

    /// <summary>The frame of the console's streams: with the place, by which a watcher comes back.</summary>
    public static SseFrame ForConsole(WorkflowEvent next)
        => new(next.Body, Id: new RunPlace(next.Sequence, next.TextLength).ToString());

    /// <summary>The frame of Dify's streams.</summary>
    public static SseFrame ForApi(WorkflowEvent next) => new(next.Body);

    /// <param name="find">Finds the run's row; null when it is gone.</param>
    /// <param name="id">The run.</param>
    /// <param name="after">What the watcher has read.</param>
    /// <param name="waitsForPeople">Whether to go on watching while the run waits for a person.</param>
    /// <param name="render">Makes the frame of an event.</param>
    /// <param name="cancellationToken">The watcher's going away.</param>
    public ChannelReader<SseFrame> Watch(
        Func<CancellationToken, Task<WorkflowRow?>> find, Guid id, RunPlace after, bool waitsForPeople,
        Func<WorkflowEvent, SseFrame> render, CancellationToken cancellationToken)
    {
        var frames = Channel.CreateBounded<SseFrame>(16);
        _ = Task.Run(
            async () =>
            {
                try
                {
                    await foreach (var next in EventsAsync(find, id, after, waitsForPeople, cancellationToken))
                    {
                        await frames.Writer.WriteAsync(render(next), cancellationToken);
                    }

                    frames.Writer.Complete();
                }
                catch (Exception ex)
                {
                    // Breaks the stream off where it is; the watcher comes back and goes on from there.
                    frames.Writer.Complete(ex);
                }
            },
            CancellationToken.None);
        return frames.Reader;
    }

    private async IAsyncEnumerable<WorkflowEvent> EventsAsync(
        Func<CancellationToken, Task<WorkflowRow?>> find, Guid id, RunPlace after, bool waitsForPeople,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        while (true)
        {
            // First how far it is, then what happened: the end is not missed.
            var row = await find(cancellationToken);
            var live = hub.Find(id);
            List<JournalRow> page;
            var last = "";
            do
            {
                page = await store.EventsAsync(id, after.Sequence, PageSize, cancellationToken);
                foreach (var entry in page)
                {
                    last = entry.Name;
                    if (Unread(Of(entry), ref after) is { } next)
                    {
                        yield return next;
                    }
                }
            }
            while (page.Count == PageSize);

            if (live is not null)
            {
                for (var place = 1; await live.Stream.WaitForAsync(place, cancellationToken); place++)
                {
                    if (Unread(live.Stream.At(place)!, ref after) is { } next)
                    {
                        yield return next;
                    }
                }
            }
            else if (last == "workflow_finished" || row is not { GoesOn: true } && !(row?.Status == WorkflowStatus.Paused && waitsForPeople))
            {
                yield break;
            }
            else
            {
                // Another node works on it, and its time is real.
                await Task.Delay(_interval, cancellationToken);
            }
        }
    }

    private static WorkflowEvent Of(JournalRow row)
        => new(row.Sequence, row.Name, row.Body, row.TextLength, RunPast.TextOf(row));

    // What the watcher has read of it is left out: the whole, or the beginning of a text that the journal keeps in one piece.
    private static WorkflowEvent? Unread(WorkflowEvent next, ref RunPlace after)
    {
        if (next.Sequence <= after.Sequence)
        {
            return null;
        }

        var read = next is { Text: not null, Name: "message" or "text_chunk" }
            ? Math.Max(0, after.Offset - (next.TextLength - next.Text!.Length))
            : 0;
        after = new RunPlace(next.Sequence, next.TextLength);
        return read == 0 ? next
            : read >= next.Text!.Length ? null
            : Cut(next, next.Text[read..]);
    }

    private static WorkflowEvent Cut(WorkflowEvent next, string text)
    {
        var body = JsonNode.Parse(next.Body)!;
        if (next.Name == "message")
        {
            body["answer"] = text;
        }
        else
        {
            body["data"]!["text"] = text;
        }

        return next with { Body = body.ToJsonString(), Text = text };
    }
}
