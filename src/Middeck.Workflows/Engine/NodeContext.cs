using Middeck.Workflows.Events;
using Middeck.Workflows.Graphs;
using Middeck.Workflows.Values;

namespace Middeck.Workflows.Engine;

/// <summary>What a node sees of the run while it works. May be used from any thread until the work is done.</summary>
public sealed class NodeContext
{
    private readonly GraphRun _run;

    internal NodeContext(GraphRun run, NodeExecution execution)
    {
        _run = run;
        Execution = execution;
    }

    /// <summary>The node.</summary>
    public GraphNode Node => Execution.Node;

    /// <summary>This running of it.</summary>
    public NodeExecution Execution { get; }

    /// <summary>The run's request: its id, its inputs, how deep it is called.</summary>
    public RunRequest Request => _run.Request;

    /// <summary>The variables as this node sees them.</summary>
    public VariablePool Variables => Execution.Frame.Pool;

    /// <summary>The same for every attempt at this node in this run, also after a crash; different for every item and round.</summary>
    public string IdempotencyKey => $"{Request.RunId}/{Execution.Key}";

    /// <summary>The limits.</summary>
    public GraphEngineOptions Options => _run.Options;

    /// <summary>The clock.</summary>
    public TimeProvider Clock => _run.Clock;

    /// <summary>What a person answered to this node's form; null when nobody has been asked or has answered yet.</summary>
    public FormAnswer? Answer => Request.Answers.GetValueOrDefault(Execution.Key);

    /// <summary>The form that this node showed before the run was paused; null when there was none.</summary>
    public PendingForm? ShownForm => Request.Forms.FirstOrDefault(form => form.Key == Execution.Key);

    /// <summary>The value of a variable; throws a <see cref="NodeException"/> when there is none.</summary>
    public Segment Require(Selector selector)
        => Variables.Find(selector) ?? throw new NodeException("VariableNotFoundError", $"Variable {selector} not found");

    /// <summary>
    /// Sends a piece of an output before it is complete. All pieces together should be the output that the result names in the end;
    /// when they are not, what was shown is replaced.
    /// </summary>
    /// <param name="variable">The output, such as <c>text</c>.</param>
    /// <param name="text">The next piece.</param>
    public void Stream(string variable, string text) => _run.Post(new StreamMessage(Execution, variable, text));

    /// <summary>Sends a piece of a model's reasoning.</summary>
    public void Reason(string text) => Report(new ReasoningChunk(Clock.GetUtcNow(), Execution, text));

    /// <summary>Reports a step of an agent. Reporting the same id again changes what was reported.</summary>
    public void Log(AgentLogEntry entry) => Report(new AgentLogged(Clock.GetUtcNow(), Execution, entry));

    internal void Report(GraphEvent what) => _run.Post(new ReportMessage(Execution, what));
}
