using System.Threading.Channels;
using Middeck.Workflows.Events;
using Middeck.Workflows.Graphs;
using Middeck.Workflows.Streaming;
using Middeck.Workflows.Values;

namespace Middeck.Workflows.Engine;

/// <summary>
/// One run: what is ready, what works, what has happened. Everything here happens on one thread at a time, that of the reader; other
/// threads only <see cref="Post"/>.
/// </summary>
internal sealed class GraphRun : IDisposable
{
    // So that a reader sees the first events of a long run without nodes that wait before its end.
    private const int BatchSize = 128;

    private readonly Channel<RunMessage> _inbox = Channel.CreateUnbounded<RunMessage>(new() { SingleReader = true });
    private readonly LinkedList<ReadyNode> _ready = new();
    private readonly CancellationTokenSource _cancellation = new();
    private readonly RunStart _start;
    private readonly NodeRunner _runner;
    private readonly RunReplay _replay;
    private readonly RunOutcome _outcome;
    private readonly List<int> _readyNow = [];
    private readonly List<int> _skippedNow = [];
    private CancellationTokenRegistration _stopping;
    private ITimer? _timer;

    public GraphRun(RunRequest request, NodeCatalog nodes, GraphEngineOptions options, TimeProvider clock, RunStart start)
    {
        Request = request;
        Options = options;
        Clock = clock;
        _start = start;
        Outlet = new StreamOutlet(Emit, clock, request.Graph.Nodes.Any(node => node.Type == NodeTypes.Answer));
        Stream = new StreamCoordinator(request.Graph, Outlet);
        _outcome = new RunOutcome(this);
        _runner = new NodeRunner(this, nodes, _outcome);
        _replay = new RunReplay(request.Finished);
    }

    public RunRequest Request { get; }

    public GraphEngineOptions Options { get; }

    public TimeProvider Clock { get; }

    public StreamOutlet Outlet { get; }

    public StreamCoordinator Stream { get; }

    /// <summary>What the reader has not taken yet.</summary>
    public List<GraphEvent> Events { get; } = [];

    public bool IsOver { get; private set; }

    /// <summary>Whether an earlier part of the run is gone through again, of which nothing is told.</summary>
    public bool IsReplaying { get; private set; }

    public CancellationToken Token => _cancellation.Token;

    public bool IsAlone => _start.IsAlone;

    /// <summary>Tells the run something from any thread.</summary>
    public void Post(RunMessage message) => _inbox.Writer.TryWrite(message);

    public bool HasMessages => _inbox.Reader.TryPeek(out _);

    public void Emit(GraphEvent what)
    {
        if (!IsReplaying)
        {
            Events.Add(what);
        }
    }

    public void Start(CancellationToken stop)
    {
        _outcome.Begin();
        Emit(new RunStarted(Clock.GetUtcNow(), Request.RunId, Request.WorkflowId, Request.Inputs, Request.IsResumption));
        IsReplaying = Request.Finished.Count > 0 || !string.IsNullOrEmpty(Request.DeliveredText);
        if (IsReplaying)
        {
            Outlet.Mute();
        }

        var pool = RunVariables.Pool(Request);
        Begin(new Frame(_start.Scope, pool), _start.Place);
        // After the beginning, so that a run that was stopped before it still tells how it ended.
        _stopping = stop.UnsafeRegister(static run => ((GraphRun)run!).Post(new StopMessage()), this);
    }

    /// <summary>Begins a frame at that node.</summary>
    public void Begin(Frame frame, int root)
    {
        if (IsAlone && frame.Parent is null)
        {
            frame.MakeReady(root, _readyNow);
            Stream.Begin(frame, root, isAlone: true);
        }
        else
        {
            frame.Begin(root, _readyNow, _skippedNow);
            Stream.Begin(frame, root, isAlone: false);
        }

        Spread(frame);
    }

    /// <summary>Works until something must be waited for, or the reader should first take what there is.</summary>
    public void Advance()
    {
        while (!IsOver && Events.Count < BatchSize)
        {
            if (_inbox.Reader.TryRead(out var message))
            {
                Handle(message);
            }
            else if (IsReplaying)
            {
                Replay();
            }
            else if (!StartNext())
            {
                if (_runner.InFlight == 0 && _ready.Count == 0)
                {
                    Pause();
                }

                return;
            }
        }
    }

    /// <summary>Waits for a message, the end of the run's time included.</summary>
    public async ValueTask WaitAsync()
    {
        _timer ??= Clock.CreateTimer(
            static run => ((GraphRun)run!).Post(new TimeoutMessage()),
            this,
            TimeSpan.FromTicks(Math.Max(1, _outcome.TimeLeft.Ticks)),
            Timeout.InfiniteTimeSpan);
        await _inbox.Reader.WaitToReadAsync();
    }

    /// <summary>A node has ended by that outcome; follows its edges.</summary>
    public void Follow(Frame frame, int place, string? handle)
    {
        if (IsAlone && frame.Parent is null)
        {
            frame.States[place] = NodeState.Finished;
            return;
        }

        frame.Settle(place, handle, _readyNow, _skippedNow);
        Stream.Finished(frame, place, handle);
        Spread(frame);
    }

    /// <summary>One of a frame's nodes is no longer open; ends the frame with the last one.</summary>
    public void Close(Frame frame)
    {
        if (--frame.Open > 0 || frame.IsOver)
        {
            return;
        }

        frame.IsEnded = true;
        if (frame.Owner is { } owner)
        {
            owner.Finished(frame);
        }
        else
        {
            Stream.Advance();
            Finish(_outcome.Exceptions > 0 ? RunStatus.PartialSucceeded : RunStatus.Succeeded, null, "");
        }
    }

    public void Complete(NodeExecution execution, NodeResult result) => _runner.Complete(execution, result);

    /// <summary>A frame cannot go on.</summary>
    public void Fail(Frame frame, NodeResult failure)
    {
        if (frame.Owner is { } owner)
        {
            Abort(frame);
            Stream.Advance();
            owner.Failed(frame, failure);
        }
        else
        {
            Finish(RunStatus.Failed, failure.Error, failure.ErrorKind);
        }
    }

    /// <summary>The run cannot go on, whatever the containers around would bear.</summary>
    public void FailAll(string error, string kind) => Finish(RunStatus.Failed, error, kind);

    /// <summary>The node that ends its container was reached: nothing else of the frame matters.</summary>
    public void Break(Frame frame)
    {
        if (frame.Owner is { } owner)
        {
            Abort(frame);
            owner.Break(frame);
        }
        else
        {
            Close(frame);
        }
    }

    /// <summary>Ends a frame with everything in it.</summary>
    public void Abort(Frame frame)
    {
        frame.IsEnded = true;
        frame.Cancel();
        _runner.Drop(execution => execution.Frame.IsWithin(frame));
    }

    /// <summary>Gives a conversation or loop variable a new value, where the frame's own copy of it is.</summary>
    public void Write(Frame frame, Selector variable, Segment value)
        => RunVariables.Write(this, frame, variable, value);

    public void Again(NodeExecution execution) => _ready.AddLast(new ReadyNode(execution.Frame, execution.Place, execution));

    public void Dispose()
    {
        _stopping.Dispose();
        _timer?.Dispose();
        _cancellation.Cancel();
        _cancellation.Dispose();
    }

    private void Spread(Frame frame)
    {
        foreach (var place in _skippedNow)
        {
            Stream.Skipped(frame, place);
        }

        foreach (var place in _readyNow)
        {
            _ready.AddLast(new ReadyNode(frame, place));
        }

        _skippedNow.Clear();
        _readyNow.Clear();
    }

    private void Handle(RunMessage message)
    {
        switch (message)
        {
            case CompletionMessage done when !done.Execution.IsDropped:
                _runner.Arrived(done.Execution, done.Result);
                break;
            case RetryMessage retry when !retry.Execution.IsDropped:
                _runner.TryAgain(retry.Execution);
                break;
            case StreamMessage piece when !piece.Execution.IsDropped:
                Stream.Receive(piece.Execution.Frame, piece.Execution.Place, piece.Variable, piece.Text);
                break;
            case ReportMessage report when !report.Execution.IsDropped:
                Emit(report.Event);
                break;
            case StopMessage:
                Finish(RunStatus.Stopped, "The run was stopped.", "");
                break;
            case TimeoutMessage:
                TimeOut();
                break;
            default:
                // From a node that was cut off in the meantime.
                break;
        }
    }

    private bool StartNext()
    {
        for (var entry = _ready.First; entry is not null; entry = entry.Next)
        {
            var next = entry.Value;
            if (next.Frame.IsOver)
            {
                _ready.Remove(entry);
                return true;
            }

            if (_runner.HasEffects(next))
            {
                if (Events.Count > 0)
                {
                    return false;
                }

                if (_runner.InFlight >= Options.MaxParallel)
                {
                    continue;
                }
            }

            _ready.Remove(entry);
            if (_outcome.TimeLeft <= TimeSpan.Zero)
            {
                TimeOut();
            }
            else
            {
                _runner.Start(next, recorded: null);
            }

            return true;
        }

        return false;
    }

    private void Replay()
    {
        if (_replay.Next(_ready, _runner.HasEffects) is { } entry)
        {
            var next = entry.Value;
            _ready.Remove(entry);
            if (!next.Frame.IsOver)
            {
                _runner.Start(next, _replay.Take(next.Frame.KeyOf(next.Place)));
            }
        }
        else
        {
            EndReplay();
        }
    }

    private void EndReplay()
    {
        if (IsReplaying)
        {
            IsReplaying = false;
            Outlet.Unmute(Request.DeliveredText);
        }
    }

    private void TimeOut() => Finish(
        RunStatus.Failed, $"The run took longer than {Options.MaxTime.TotalSeconds:0} seconds.", "RunTimeoutError");

    private void Pause()
    {
        IsOver = true;
        Outlet.Settle();
        Emit(_outcome.Paused());
    }

    private void Finish(RunStatus status, string? error, string kind)
    {
        if (IsOver)
        {
            return;
        }

        IsOver = true;
        EndReplay();
        _cancellation.Cancel();
        _runner.Drop(_ => true);
        Outlet.Settle();
        Emit(_outcome.Finished(status, error, kind));
    }
}
