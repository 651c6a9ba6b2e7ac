using Middeck.Workflows.Events;
using Middeck.Workflows.Graphs;
using Middeck.Workflows.Values;

namespace Middeck.Workflows.Engine;

/// <summary>What has come of a run so far.</summary>
internal sealed class RunOutcome(GraphRun run)
{
    private readonly OrderedDictionary<string, Segment> _outputs = new(StringComparer.Ordinal);
    private readonly List<NodeRecord> _records = [];
    private readonly List<PendingForm> _forms = [];
    private readonly List<Segment> _files = [];
    private DateTimeOffset _startedAt;
    private long _timestamp;
    private NodeUsage _usage = NodeUsage.None;
    private bool _hasAnswered;

    /// <summary>How many nodes have started.</summary>
    public int Steps { get; private set; }

    /// <summary>How many have failed and were borne.</summary>
    public int Exceptions { get; private set; }

    public TimeSpan TimeLeft => run.Options.MaxTime - Elapsed;

    private TimeSpan Elapsed => run.Request.Elapsed + run.Clock.GetElapsedTime(_timestamp);

    public void Begin()
    {
        _startedAt = run.Clock.GetUtcNow();
        _timestamp = run.Clock.GetTimestamp();
    }

    public int CountStep() => ++Steps;

    public void Add(PendingForm form) => _forms.Add(form);

    public void Add(NodeExecution execution, NodeRecord record)
    {
        _usage += record.Result.Usage;
        for (var owner = execution.Frame.Owner; owner is not null; owner = owner.Execution.Frame.Owner)
        {
            owner.Execution.InnerUsage += record.Result.Usage;
        }

        Exceptions += record.Status == NodeStatus.Exception ? 1 : 0;
        if (run.Request.Graph.HasPauses)
        {
            _records.Add(record);
        }

        if (record.Status == NodeStatus.Failed)
        {
            return;
        }

        if (execution.Node.Type == NodeTypes.Answer)
        {
            _hasAnswered = true;
            _files.AddRange(record.Result.Outputs.GetValueOrDefault("files")?.Items ?? []);
        }
        else if (execution.Node.Type == NodeTypes.End || (run.IsAlone && execution.Frame.Parent is null))
        {
            foreach (var (name, value) in record.Result.Outputs)
            {
                _outputs[name] = value;
            }
        }
    }

    public RunFinished Finished(RunStatus status, string? error, string kind)
    {
        var outputs = Outputs();
        return new(
            run.Clock.GetUtcNow(),
            run.Request.RunId,
            run.Request.WorkflowId,
            _startedAt,
            status,
            outputs,
            error,
            kind,
            Elapsed,
            _usage,
            Steps,
            Exceptions);
    }

    public RunPaused Paused()
    {
        var elapsed = Elapsed;
        return new(
            run.Clock.GetUtcNow(),
            run.Request.RunId,
            run.Request.WorkflowId,
            _startedAt,
            [.. _forms],
            Outputs(),
            elapsed,
            _usage,
            Steps,
            RunSnapshot.Of(run.Request, _records, _forms, run.Outlet.Text, elapsed));
    }

    private OrderedDictionary<string, Segment> Outputs()
    {
        if (_hasAnswered || run.Outlet is { IsAnswer: true, Length: > 0 })
        {
            _outputs["answer"] = Segment.Of(run.Outlet.Text);
            _outputs["files"] = Segment.Of([.. _files], SegmentType.ArrayFile);
        }

        return _outputs;
    }
}
