using System.Security.Cryptography;
using System.Text;
using Middeck.Workflows.Graphs;

namespace Middeck.Workflows.Engine;

/// <summary>One running of a node, as its events name it.</summary>
public sealed class NodeExecution
{
    private readonly string _runId;
    private Guid? _id;

    internal NodeExecution(string runId, Frame frame, int place, int index, DateTimeOffset startedAt, long timestamp)
    {
        _runId = runId;
        Frame = frame;
        Place = place;
        Index = index;
        StartedAt = startedAt;
        Timestamp = timestamp;
        Key = frame.KeyOf(place);
    }

    /// <summary>The execution's own id: made of run and key, so that it is the same again after a crash.</summary>
    public Guid Id => _id ??= MakeId();

    /// <summary>The node.</summary>
    public GraphNode Node => Frame.Scope.Nodes[Place];

    /// <summary>Its place in the run (see <see cref="NodeRecord.Key"/>).</summary>
    public string Key { get; }

    /// <summary>Counts the executions of the run from 1.</summary>
    public int Index { get; }

    /// <summary>The node after which it became ready; null for the first.</summary>
    public string? PredecessorId => Frame.Predecessors[Place];

    /// <summary>When it started.</summary>
    public DateTimeOffset StartedAt { get; }

    /// <summary>The innermost iteration around it.</summary>
    public string? IterationId => Frame.Around(NodeTypes.Iteration)?.Owner!.Execution.Node.Id;

    /// <summary>The number of that iteration's item.</summary>
    public int? IterationIndex => Frame.Around(NodeTypes.Iteration)?.Index;

    /// <summary>The innermost loop around it.</summary>
    public string? LoopId => Frame.Around(NodeTypes.Loop)?.Owner!.Execution.Node.Id;

    /// <summary>The number of that loop's round.</summary>
    public int? LoopIndex => Frame.Around(NodeTypes.Loop)?.Index;

    /// <summary>How often it has been tried again so far.</summary>
    public int Retries { get; internal set; }

    internal Frame Frame { get; }

    internal int Place { get; }

    internal long Timestamp { get; }

    /// <summary>What the nodes inside a container used.</summary>
    internal NodeUsage InnerUsage { get; set; } = NodeUsage.None;

    /// <summary>What a response node has written.</summary>
    internal string ResponseText { get; set; } = "";

    /// <summary>Whether it works, or waits to be tried again, away from the engine's thread.</summary>
    internal bool IsInFlight { get; set; }

    /// <summary>Whether it was cut off; what it still sends counts for nothing.</summary>
    internal bool IsDropped { get; set; }

    private Guid MakeId()
    {
        var bytes = SHA256.HashData(Encoding.UTF8.GetBytes($"{_runId}/{Key}")).AsSpan(0, 16);
        // Version 8 of RFC 9562: what stands in it is our own matter.
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x80);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }
}
