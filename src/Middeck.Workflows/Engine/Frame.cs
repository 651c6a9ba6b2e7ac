using System.Globalization;
using Middeck.Workflows.Containers;
using Middeck.Workflows.Graphs;
using Middeck.Workflows.Streaming;
using Middeck.Workflows.Values;

namespace Middeck.Workflows.Engine;

/// <summary>One running of a level: of the whole graph, or of a container's inside for one item or round.</summary>
internal sealed class Frame
{
    private readonly Stack<int> _skipping = new();
    private readonly int[] _waiting;
    private readonly bool[] _taken;
    private CancellationTokenSource? _cancellation;

    public Frame(GraphScope scope, VariablePool pool, Frame? parent = null, ContainerRun? owner = null, int index = 0)
    {
        Scope = scope;
        Pool = pool;
        Parent = parent;
        Owner = owner;
        Index = index;
        Prefix = owner is null ? "" : string.Create(CultureInfo.InvariantCulture, $"{owner.Execution.Key}[{index}]/");
        States = new NodeState[scope.Nodes.Length];
        Predecessors = new string?[scope.Nodes.Length];
        _waiting = (int[])scope.Incoming.Clone();
        _taken = new bool[scope.Nodes.Length];
    }

    public GraphScope Scope { get; }

    public VariablePool Pool { get; }

    public Frame? Parent { get; }

    /// <summary>The container that runs it; null at the top.</summary>
    public ContainerRun? Owner { get; }

    /// <summary>The number of the item or round.</summary>
    public int Index { get; }

    public string Prefix { get; }

    public NodeState[] States { get; }

    public string?[] Predecessors { get; }

    /// <summary>Conversation variables that were written in it and have yet to reach the frame around.</summary>
    public HashSet<string> Written { get; } = [];

    /// <summary>Nodes that are ready, running or paused.</summary>
    public int Open { get; set; }

    public int Steps { get; set; }

    public bool IsEnded { get; set; }

    public FrameStream? Stream { get; set; }

    /// <summary>Whether it or a frame around it was ended.</summary>
    public bool IsOver => IsEnded || (Parent?.IsOver ?? false);

    public string KeyOf(int place) => Prefix.Length == 0 ? Scope.Nodes[place].Id : Prefix + Scope.Nodes[place].Id;

    public Frame? Around(string containerType)
    {
        var frame = this;
        while (frame is not null && frame.Owner?.Execution.Node.Type != containerType)
        {
            frame = frame.Parent;
        }

        return frame;
    }

    /// <summary>Whether it is the other frame or stands somewhere inside of it.</summary>
    public bool IsWithin(Frame other)
    {
        var frame = this;
        while (frame is not null && frame != other)
        {
            frame = frame.Parent;
        }

        return frame is not null;
    }

    /// <summary>Makes the root ready and skips what else has no edge that leads to it.</summary>
    public void Begin(int root, List<int> ready, List<int> skipped)
    {
        MakeReady(root, ready);
        for (var node = 0; node < States.Length; node++)
        {
            if (_waiting[node] == 0 && States[node] == NodeState.Pending)
            {
                Skip(node, ready, skipped);
            }
        }
    }

    public void MakeReady(int node, List<int> ready)
    {
        States[node] = NodeState.Ready;
        Open++;
        ready.Add(node);
    }

    /// <summary>Marks the edges of a node that has ended as taken or skipped and follows what that decides.</summary>
    /// <param name="node">The node.</param>
    /// <param name="handle">The outcome; null for a plain success.</param>
    /// <param name="ready">Is given the nodes that are ready now.</param>
    /// <param name="skipped">Is given the nodes that will never run now.</param>
    public void Settle(int node, string? handle, List<int> ready, List<int> skipped)
    {
        States[node] = NodeState.Finished;
        foreach (var edge in Scope.Outgoing[node])
        {
            Know(node, edge.Target, IsTaken(edge, handle), ready, skipped);
        }
    }

    public static bool IsTaken(ScopeEdge edge, string? handle)
        => handle is null ? edge.Handle != ScopeEdge.FailBranch : edge.Handle == handle;

    public CancellationToken Token(CancellationToken run)
    {
        // Only what can end by itself, without the run, needs a token of its own.
        if (Parent is null)
        {
            return run;
        }

        _cancellation ??= CancellationTokenSource.CreateLinkedTokenSource(Parent.Token(run));
        return _cancellation.Token;
    }

    public void Cancel()
    {
        _cancellation?.Cancel();
        Release();
    }

    public void Release()
    {
        _cancellation?.Dispose();
        _cancellation = null;
    }

    private void Know(int source, int target, bool isTaken, List<int> ready, List<int> skipped)
    {
        if (isTaken)
        {
            _taken[target] = true;
            Predecessors[target] = Scope.Nodes[source].Id;
        }

        if (--_waiting[target] > 0 || States[target] != NodeState.Pending)
        {
            return;
        }

        if (_taken[target])
        {
            MakeReady(target, ready);
        }
        else
        {
            Skip(target, ready, skipped);
        }
    }

    // With a stack of its own: a skipped chain may be longer than the thread's.
    private void Skip(int node, List<int> ready, List<int> skipped)
    {
        var isOutermost = _skipping.Count == 0;
        _skipping.Push(node);
        if (!isOutermost)
        {
            return;
        }

        while (_skipping.TryPeek(out var next))
        {
            if (States[next] == NodeState.Skipped)
            {
                _skipping.Pop();
                continue;
            }

            States[next] = NodeState.Skipped;
            skipped.Add(next);
            foreach (var edge in Scope.Outgoing[next])
            {
                Know(next, edge.Target, isTaken: false, ready, skipped);
            }
        }
    }
}
