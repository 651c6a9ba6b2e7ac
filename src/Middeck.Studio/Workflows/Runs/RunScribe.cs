using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Middeck.Workflows.Engine;
using Middeck.Workflows.Events;

namespace Middeck.Studio.Workflows.Runs;

/// <summary>
/// Puts what happens in a run into the words of streams: at once for those who watch, and for the journal, where pieces of text that
/// follow one another are one entry of up to 4 KB or a quarter of a second.
/// </summary>
internal sealed class RunScribe(WorkflowRun run, RunJournal journal)
{
    private const int LongestPiece = 4_096;
    private static readonly JsonWriterOptions _writing = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly Lock _lock = new();
    private readonly StringBuilder _text = new();
    private GraphEvent? _piece;
    private int _sequence;
    private int _textLength;

    /// <summary>Tells an event and writes it down. The last one of a run has to be committed before it is told: use <see cref="Compose"/>.</summary>
    public void Take(GraphEvent what)
    {
        if (Compose(what) is not { } composed)
        {
            return;
        }

        if (what is TextChunk or ReasoningChunk)
        {
            Gather(what, composed);
        }
        else
        {
            Write(what, composed);
        }

        run.Stream.Publish(composed);
    }

    /// <summary>The next event of the run; null for what streams do not tell.</summary>
    public WorkflowEvent? Compose(GraphEvent what)
    {
        if (DifyEventWriter.NameOf(what) is not { } name)
        {
            return null;
        }

        var text = what switch
        {
            TextChunk chunk => chunk.Text,
            TextReplaced replaced => replaced.Text,
            _ => null,
        };
        run.TextLength = what is TextReplaced ? text!.Length : run.TextLength + (text?.Length ?? 0);
        return new WorkflowEvent(++run.Sequence, name, Body(what), run.TextLength, text);
    }

    /// <summary>Writes an event down, after all text before it.</summary>
    public void Write(GraphEvent what, WorkflowEvent composed)
    {
        Flush();
        var execution = what switch
        {
            NodeStarted started => started.Execution,
            NodeFinished finished => finished.Execution,
            NodeRetried retried => retried.Execution,
            _ => null,
        };
        journal.Write(new JournalEntry.Happened(
            run.Start.App.WorkspaceId, run.Id, composed.Sequence, composed.Name, composed.Body, composed.TextLength, execution?.Key,
            what is NodeFinished { Record: var record } ? Json(to => NodeRecordJson.Write(record, to)) : null));
    }

    /// <summary>Writes the text down that was gathered until now.</summary>
    public void Flush()
    {
        lock (_lock)
        {
            if (_piece is not { } piece)
            {
                return;
            }

            var text = _text.ToString();
            journal.Write(new JournalEntry.Happened(
                run.Start.App.WorkspaceId, run.Id, _sequence, DifyEventWriter.NameOf(piece)!,
                Body(piece is TextChunk chunk ? chunk with { Text = text } : ((ReasoningChunk)piece) with { Text = text }),
                _textLength, NodeKey: null, Record: null));
            _text.Clear();
            _piece = null;
        }
    }

    private void Gather(GraphEvent what, WorkflowEvent composed)
    {
        lock (_lock)
        {
            if (_piece is not null && (_text.Length >= LongestPiece || !IsSameKind(_piece, what)))
            {
                Flush();
            }

            _piece ??= what;
            _text.Append(what is TextChunk chunk ? chunk.Text : ((ReasoningChunk)what).Text);
            (_sequence, _textLength) = (composed.Sequence, composed.TextLength);
        }
    }

    private static bool IsSameKind(GraphEvent one, GraphEvent other) => (one, other) switch
    {
        (TextChunk a, TextChunk b) => a.NodeId == b.NodeId && a.From.Equals(b.From) && a.IsAnswer == b.IsAnswer,
        (ReasoningChunk a, ReasoningChunk b) => ReferenceEquals(a.Execution, b.Execution),
        _ => false,
    };

    private string Body(GraphEvent what) => Json(to => DifyEventWriter.Write(what, run.Context, to));

    private static string Json(Action<Utf8JsonWriter> write)
    {
        var bytes = new ArrayBufferWriter<byte>(1_024);
        using (var writer = new Utf8JsonWriter(bytes, _writing))
        {
            write(writer);
        }

        return Encoding.UTF8.GetString(bytes.WrittenSpan);
    }
}
