using Middeck.Workflows.Graphs;
using Middeck.Workflows.Values;

namespace Middeck.Workflows.Engine;

/// <summary>
/// Where a paused run stands; serialisable by <see cref="RunSnapshotJson"/>. It holds no environment variables, which may be secret:
/// whoever resumes the run brings them again.
/// </summary>
public sealed record RunSnapshot
{
    /// <summary>The run.</summary>
    public required string RunId { get; init; }

    /// <summary>The workflow.</summary>
    public string WorkflowId { get; init; } = "";

    /// <summary>Where it began; null for the start node.</summary>
    public string? RootId { get; init; }

    /// <summary>The one node that was run; null for the whole graph.</summary>
    public string? OnlyNodeId { get; init; }

    /// <summary>How many workflows are around it.</summary>
    public int CallDepth { get; init; }

    /// <summary>The inputs.</summary>
    public IReadOnlyDictionary<string, Segment> Inputs { get; init; } = NodeResult.NoValues;

    /// <summary>The variables of the prefix <c>sys</c>.</summary>
    public IReadOnlyDictionary<string, Segment> System { get; init; } = NodeResult.NoValues;

    /// <summary>The conversation's variables as they were when the run began.</summary>
    public IReadOnlyDictionary<string, Segment> Conversation { get; init; } = NodeResult.NoValues;

    /// <summary>The variables of the prefix <c>rag</c>.</summary>
    public IReadOnlyDictionary<string, Segment> Pipeline { get; init; } = NodeResult.NoValues;

    /// <summary>The nodes that have ended, in that order.</summary>
    public IReadOnlyList<NodeRecord> Finished { get; init; } = [];

    /// <summary>What the run waits for.</summary>
    public IReadOnlyList<PendingForm> Forms { get; init; } = [];

    /// <summary>The text that it has written.</summary>
    public string Text { get; init; } = "";

    /// <summary>How long it took so far.</summary>
    public TimeSpan Elapsed { get; init; }

    /// <summary>How the run goes on.</summary>
    /// <param name="graph">The graph of the same version.</param>
    /// <param name="environment">The variables of the prefix <c>env</c>.</param>
    /// <param name="answers">Answers to forms by <see cref="PendingForm.Key"/>; forms without one go on waiting.</param>
    public RunRequest Resume(
        WorkflowGraph graph, IReadOnlyDictionary<string, Segment> environment, IReadOnlyDictionary<string, FormAnswer> answers) => new()
        {
            Graph = graph,
            RunId = RunId,
            WorkflowId = WorkflowId,
            RootId = RootId,
            OnlyNodeId = OnlyNodeId,
            CallDepth = CallDepth,
            Inputs = Inputs,
            System = System,
            Environment = environment,
            Conversation = Conversation,
            Pipeline = Pipeline,
            Finished = Finished,
            Forms = Forms,
            Answers = answers,
            DeliveredText = Text,
            Elapsed = Elapsed,
            IsResumption = true,
        };

    internal static RunSnapshot Of(
        RunRequest request, IEnumerable<NodeRecord> finished, IEnumerable<PendingForm> forms, string text, TimeSpan elapsed) => new()
        {
            RunId = request.RunId,
            WorkflowId = request.WorkflowId,
            RootId = request.RootId,
            OnlyNodeId = request.OnlyNodeId,
            CallDepth = request.CallDepth,
            Inputs = request.Inputs,
            System = request.System,
            Conversation = request.Conversation,
            Pipeline = request.Pipeline,
            Finished = [.. finished],
            Forms = [.. forms],
            Text = text,
            Elapsed = elapsed,
        };
}
