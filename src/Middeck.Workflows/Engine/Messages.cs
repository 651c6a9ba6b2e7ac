using Middeck.Workflows.Events;

namespace Middeck.Workflows.Engine;

/// <summary>Something that the run has to be told from another thread.</summary>
internal abstract record RunMessage;

/// <summary>A node has done its work.</summary>
internal sealed record CompletionMessage(NodeExecution Execution, NodeResult Result) : RunMessage;

/// <summary>A node that failed may be tried again now.</summary>
internal sealed record RetryMessage(NodeExecution Execution) : RunMessage;

/// <summary>A node sends a piece of an output.</summary>
internal sealed record StreamMessage(NodeExecution Execution, string Variable, string Text) : RunMessage;

/// <summary>A node tells something that is only passed on.</summary>
internal sealed record ReportMessage(NodeExecution Execution, GraphEvent Event) : RunMessage;

/// <summary>Somebody wants the run to stop.</summary>
internal sealed record StopMessage : RunMessage;

/// <summary>The run's time is over.</summary>
internal sealed record TimeoutMessage : RunMessage;
