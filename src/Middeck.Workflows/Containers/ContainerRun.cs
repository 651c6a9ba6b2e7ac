using Middeck.Workflows.Engine;
using Middeck.Workflows.Events;
using Middeck.Workflows.Graphs;
using Middeck.Workflows.Values;

namespace Middeck.Workflows.Containers;

/// <summary>A container at work: begins frames and gathers what comes of them.</summary>
internal abstract class ContainerRun(GraphRun run, NodeExecution execution)
{
    public NodeExecution Execution { get; } = execution;

    protected GraphRun Run { get; } = run;

    protected Frame Around => Execution.Frame;

    protected GraphScope Inside => Around.Scope.Inner[Execution.Place];

    protected List<Frame> Frames { get; } = [];

    /// <summary>Begins the first frames, or is done at once.</summary>
    public abstract void Start();

    /// <summary>Whether the responses of that item or round may be written now.</summary>
    public abstract bool IsTurnOf(int index);

    /// <summary>A frame has run to its end.</summary>
    public abstract void Finished(Frame frame);

    /// <summary>A frame has failed.</summary>
    public abstract void Failed(Frame frame, NodeResult failure);

    /// <summary>The node that ends the container was reached in that frame, which has been ended.</summary>
    public abstract void Break(Frame frame);

    /// <summary>Takes a new value of a variable that belongs to the container; false when it has none of that name.</summary>
    public virtual bool Write(string variable, Segment value) => false;

    protected void Begin(Frame frame)
    {
        Frames.Add(frame);
        Run.Begin(frame, Inside.Start);
    }

    protected void Announce(int length, IReadOnlyDictionary<string, Segment> inputs)
        => Run.Emit(new ContainerStarted(Run.Clock.GetUtcNow(), Execution, length, inputs));

    protected void Complete(IReadOnlyDictionary<string, Segment> inputs, NodeResult result, int rounds)
    {
        foreach (var frame in Frames)
        {
            frame.Release();
        }

        Run.Emit(new ContainerFinished(
            Run.Clock.GetUtcNow(), Execution, inputs, result, rounds, Execution.InnerUsage, Run.Clock.GetElapsedTime(Execution.Timestamp)));
        Run.Complete(Execution, result with { Inputs = inputs });
    }
}
