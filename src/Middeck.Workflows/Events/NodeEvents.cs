using Middeck.Workflows.Engine;
using Middeck.Workflows.Values;

namespace Middeck.Workflows.Events;

/// <summary>A node began.</summary>
public sealed record NodeStarted(DateTimeOffset At, NodeExecution Execution) : GraphEvent(At);

/// <summary>A node ended. Whoever keeps <paramref name="Record"/> can continue the run from here.</summary>
public sealed record NodeFinished(DateTimeOffset At, NodeExecution Execution, NodeRecord Record, TimeSpan Elapsed) : GraphEvent(At);

/// <summary>A node failed and will be tried again; how often already is in <see cref="NodeExecution.Retries"/>.</summary>
public sealed record NodeRetried(DateTimeOffset At, NodeExecution Execution, NodeResult Result, int Retry, TimeSpan Elapsed) : GraphEvent(At);

/// <summary>A container began.</summary>
/// <param name="At">When.</param>
/// <param name="Execution">The container.</param>
/// <param name="Length">How many items there are, or rounds at most.</param>
/// <param name="Inputs">What it works on.</param>
public sealed record ContainerStarted(DateTimeOffset At, NodeExecution Execution, int Length, IReadOnlyDictionary<string, Segment> Inputs)
    : GraphEvent(At);

/// <summary>A container begins an item or another round.</summary>
/// <param name="At">When.</param>
/// <param name="Execution">The container.</param>
/// <param name="Index">The number of the item or round.</param>
/// <param name="Previous">Of a loop: its variables after the round before; null for an iteration.</param>
public sealed record ContainerNext(DateTimeOffset At, NodeExecution Execution, int Index, Segment? Previous) : GraphEvent(At);

/// <summary>A container ended; its <see cref="NodeFinished"/> follows.</summary>
public sealed record ContainerFinished(
    DateTimeOffset At,
    NodeExecution Execution,
    IReadOnlyDictionary<string, Segment> Inputs,
    NodeResult Result,
    int Rounds,
    NodeUsage Usage,
    TimeSpan Elapsed) : GraphEvent(At);
