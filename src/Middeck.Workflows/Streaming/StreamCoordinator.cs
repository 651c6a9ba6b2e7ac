using Middeck.Workflows.Engine;
using Middeck.Workflows.Graphs;

namespace Middeck.Workflows.Streaming;

/// <summary>
/// Decides what text leaves the run when. One response writes at a time, in the order of its template: text as soon as it is certain
/// that the response will be reached, a variable as it comes or when its node has finished. A response waits for undecided branches,
/// for containers and responses before it and for assigners before it that write what it shows; items of a parallel iteration write
/// in the order of the items.
/// </summary>
internal sealed class StreamCoordinator(WorkflowGraph graph, StreamOutlet outlet)
{
    private readonly List<ResponseSession> _queue = [];
    private readonly Stack<int> _spreading = new();
    private ResponseSession? _active;

    /// <summary>A frame begins at this node, or consists of it alone.</summary>
    public void Begin(Frame frame, int root, bool isAlone)
    {
        if (frame.Scope.Responses.Length == 0)
        {
            return;
        }

        frame.Stream = new FrameStream(frame);
        if (!isAlone)
        {
            MakeCertain(frame, root);
            Advance();
        }
    }

    /// <summary>A node has finished by that outcome; what it gave is in the pool.</summary>
    public void Finished(Frame frame, int node, string? handle)
    {
        if (frame.Stream is not null)
        {
            Let(frame, node);
            foreach (var edge in frame.Scope.Outgoing[node])
            {
                if (Frame.IsTaken(edge, handle))
                {
                    MakeCertain(frame, edge.Target);
                }
            }
        }

        Advance();
    }

    /// <summary>A node will never run.</summary>
    public void Skipped(Frame frame, int node)
    {
        if (frame.Stream is not null)
        {
            Let(frame, node);
        }

        Advance();
    }

    /// <summary>A node sends a piece of an output.</summary>
    public void Receive(Frame frame, int node, string variable, string piece)
    {
        if (frame.Stream is not { } stream || !graph.StreamedVariables.Contains((frame.Scope.Nodes[node].Id, variable)))
        {
            return;
        }

        if (!stream.Pieces.TryGetValue((node, variable), out var text))
        {
            stream.Pieces[(node, variable)] = text = new();
        }

        text.Append(piece);
        Advance();
    }

    /// <summary>A node starts anew: what it sent does not count.</summary>
    public void Restart(Frame frame, int node)
    {
        foreach (var ((place, _), text) in frame.Stream?.Pieces ?? [])
        {
            if (place != node || text.Length == 0)
            {
                continue;
            }

            text.Clear();
            if (_active is { Fixed: null } session && session.Plan.Parts[session.Part] is { Node: var source, Up: >= 0 } part
                && source == node && Level(session.Frame, part.Up) == frame)
            {
                outlet.CutTo(session.PartStart);
            }
        }
    }

    /// <summary>A response node runs now: everything it writes is decided. Gives its text.</summary>
    public string Reach(Frame frame, int node)
    {
        var session = frame.Stream!.Sessions[frame.Scope.ResponseOf[node]];
        if (session.State != SessionState.Done)
        {
            session.Fixed = [.. session.Plan.Parts.Select(part => ResponseValue.Of(part, frame.Pool))];
            if (session.State == SessionState.Waiting)
            {
                Queue(session);
            }

            Advance();
        }

        return session.State == SessionState.Done ? outlet.Between(session.Start, session.End) : string.Concat(session.Fixed!);
    }

    /// <summary>Writes what can be written now, such as after the end of a frame.</summary>
    public void Advance()
    {
        while (true)
        {
            if (_active is null && !Activate())
            {
                return;
            }

            if (!Write(_active!))
            {
                return;
            }

            Close(_active!);
        }
    }

    private void Close(ResponseSession session)
    {
        session.State = SessionState.Done;
        if (_active == session)
        {
            session.End = outlet.Length;
            _active = null;
        }
    }

    // Whatever follows a certain node is certain, up to where something must be decided first.
    private void MakeCertain(Frame frame, int first)
    {
        var certain = frame.Stream!.Certain;
        _spreading.Push(first);
        while (_spreading.TryPop(out var node))
        {
            if (certain[node])
            {
                continue;
            }

            certain[node] = true;
            if (frame.Scope.ResponseOf[node] is >= 0 and var response)
            {
                QueueIfFree(frame.Stream.Sessions[response]);
            }

            if (frame.Scope.Branching[node])
            {
                continue;
            }

            foreach (var edge in frame.Scope.Outgoing[node])
            {
                _spreading.Push(edge.Target);
            }
        }
    }

    private void Let(Frame frame, int node)
    {
        foreach (var response in frame.Scope.HoldsBack[node])
        {
            var session = frame.Stream!.Sessions[response];
            session.Holders--;
            QueueIfFree(session);
        }
    }

    private void QueueIfFree(ResponseSession session)
    {
        if (session is { State: SessionState.Waiting, Holders: 0 } && session.Frame.Stream!.Certain[session.Plan.Node])
        {
            Queue(session);
        }
    }

    // Of those that wait for their turn the one nearest to the start goes first, so that a slow one behind does not hold it back.
    private void Queue(ResponseSession session)
    {
        session.State = SessionState.Queued;
        var place = _queue.FindIndex(other => other.Frame == session.Frame && other.Plan.Depth > session.Plan.Depth);
        _queue.Insert(place < 0 ? _queue.Count : place, session);
    }

    private bool Activate()
    {
        var next = _queue.FindIndex(session => IsTurnOf(session.Frame));
        if (next < 0)
        {
            return false;
        }

        _active = _queue[next];
        _queue.RemoveAt(next);
        _active.State = SessionState.Active;
        _active.Start = _active.PartStart = outlet.Length;
        return true;
    }

    private static bool IsTurnOf(Frame frame)
    {
        for (var one = frame; one is not null; one = one.Parent)
        {
            if (one.Owner is { } owner && !owner.IsTurnOf(one.Index))
            {
                return false;
            }
        }

        return true;
    }

    // True when all of it is written, or never will be because its frame ended before its node ran.
    private bool Write(ResponseSession session)
    {
        if (session is { Fixed: null, Frame.IsOver: true })
        {
            return true;
        }

        for (; session.Part < session.Plan.Parts.Length; session.Part++)
        {
            var part = session.Plan.Parts[session.Part];
            if (!WritePart(session, part))
            {
                return false;
            }

            session.PartStart = outlet.Length;
        }

        return true;
    }

    private bool WritePart(ResponseSession session, ResponsePart part)
    {
        var written = outlet.Length - session.PartStart;
        if (session.Fixed is { } all)
        {
            Complete(session, part, all[session.Part]);
            return true;
        }

        if (part.Up < 0)
        {
            Complete(session, part, ResponseValue.Of(part, session.Frame.Pool));
            return true;
        }

        var level = Level(session.Frame, part.Up);
        if (level.States[part.Node] is NodeState.Finished or NodeState.Skipped)
        {
            Complete(session, part, ResponseValue.Of(part, session.Frame.Pool));
            return true;
        }

        if (level.Stream is { } stream
            && part.Selector!.Parts.Count == 2
            && stream.Pieces.TryGetValue((part.Node, part.Selector.Variable), out var text)
            && text.Length > written)
        {
            outlet.Write(text.ToString(written, text.Length - written), session.Frame, session.Plan, part.Selector);
        }

        return false;
    }

    // What was sent in pieces should be the beginning of the value; if not, the value takes its place.
    private void Complete(ResponseSession session, ResponsePart part, string value)
    {
        var written = outlet.Since(session.PartStart);
        if (!value.StartsWith(written, StringComparison.Ordinal))
        {
            outlet.CutTo(session.PartStart);
            written = "";
        }

        if (value.Length > written.Length)
        {
            outlet.Write(value[written.Length..], session.Frame, session.Plan, part.Selector);
        }
    }

    private static Frame Level(Frame frame, int up)
    {
        for (; up > 0; up--)
        {
            frame = frame.Parent!;
        }

        return frame;
    }
}
