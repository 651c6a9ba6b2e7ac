using Middeck.Workflows.Graphs;
using Middeck.Workflows.Values;

namespace Middeck.Workflows.Engine;

/// <summary>What to run, from what, and what has been done of it already.</summary>
public sealed record RunRequest
{
    /// <summary>The graph.</summary>
    public required WorkflowGraph Graph { get; init; }

    /// <summary>The run's id; also the beginning of every idempotency key.</summary>
    public required string RunId { get; init; }

    /// <summary>The workflow's id; only for events.</summary>
    public string WorkflowId { get; init; } = "";

    /// <summary>The inputs of the start node (checked by <see cref="Nodes.StartInputs"/>), or what a trigger delivers.</summary>
    public IReadOnlyDictionary<string, Segment> Inputs { get; init; } = NodeResult.NoValues;

    /// <summary>The variables of the prefix <c>sys</c>, such as <c>query</c>.</summary>
    public IReadOnlyDictionary<string, Segment> System { get; init; } = NodeResult.NoValues;

    /// <summary>The variables of the prefix <c>env</c>.</summary>
    public IReadOnlyDictionary<string, Segment> Environment { get; init; } = NodeResult.NoValues;

    /// <summary>The variables of the prefix <c>conversation</c>.</summary>
    public IReadOnlyDictionary<string, Segment> Conversation { get; init; } = NodeResult.NoValues;

    /// <summary>The variables of the prefix <c>rag</c>.</summary>
    public IReadOnlyDictionary<string, Segment> Pipeline { get; init; } = NodeResult.NoValues;

    /// <summary>Outputs by node id that are there from the beginning; what a single node that is tried out reads.</summary>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, Segment>> Preset { get; init; }
        = new Dictionary<string, IReadOnlyDictionary<string, Segment>>();

    /// <summary>Where to begin; the start node, else the first trigger, when it is null.</summary>
    public string? RootId { get; init; }

    /// <summary>The one node to run (a container with its inside) while the rest of the graph stays still; null for the whole graph.</summary>
    public string? OnlyNodeId { get; init; }

    /// <summary>How many workflows are around this one.</summary>
    public int CallDepth { get; init; }

    /// <summary>Nodes that have ended in an earlier part of this run, in the order in which they ended.</summary>
    public IReadOnlyList<NodeRecord> Finished { get; init; } = [];

    /// <summary>
    /// Keys of nodes that were running when the run broke off. Those whose node says <c>middeck: {repeat: never}</c> make it fail.
    /// </summary>
    public IReadOnlyCollection<string> Interrupted { get; init; } = [];

    /// <summary>Forms that an earlier part of this run waits for.</summary>
    public IReadOnlyList<PendingForm> Forms { get; init; } = [];

    /// <summary>Answers to forms by key.</summary>
    public IReadOnlyDictionary<string, FormAnswer> Answers { get; init; } = new Dictionary<string, FormAnswer>();

    /// <summary>
    /// The text that an earlier part of this run has already delivered; null for just what its finished nodes account for. Whatever
    /// is delivered again differently replaces it.
    /// </summary>
    public string? DeliveredText { get; init; }

    /// <summary>How long the earlier parts took.</summary>
    public TimeSpan Elapsed { get; init; }

    /// <summary>What the caller's own executors want to know of the run; the engine only hands it on.</summary>
    public object? Host { get; init; }

    /// <summary>Whether this continues a run.</summary>
    public bool IsResumption { get; init; }
}
