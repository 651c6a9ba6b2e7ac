using Middeck.Workflows.Engine;
using Middeck.Workflows.Values;

namespace Middeck.Workflows.Events;

/// <summary>A piece of a model's reasoning.</summary>
public sealed record ReasoningChunk(DateTimeOffset At, NodeExecution Execution, string Text) : GraphEvent(At);

/// <summary>A step of an agent began, went on or ended.</summary>
public sealed record AgentLogged(DateTimeOffset At, NodeExecution Execution, AgentLogEntry Entry) : GraphEvent(At);

/// <summary>A step of an agent.</summary>
/// <param name="Id">The step's own id.</param>
/// <param name="Label">What it is.</param>
/// <param name="Status"><c>start</c>, <c>success</c> or <c>error</c>.</param>
/// <param name="ParentId">The step that it belongs to.</param>
/// <param name="Error">Why it failed.</param>
/// <param name="Data">What went in and came out.</param>
/// <param name="Metadata">Times, tokens and the like.</param>
public sealed record AgentLogEntry(
    string Id, string Label, string Status, string? ParentId, string? Error, Segment Data, Segment Metadata);
