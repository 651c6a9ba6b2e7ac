using Middeck.Workflows.Engine;
using Middeck.Workflows.Values;

namespace Middeck.Workflows.Events;

/// <summary>The run began, or goes on after a pause or a crash.</summary>
public sealed record RunStarted(DateTimeOffset At, string RunId, string WorkflowId, IReadOnlyDictionary<string, Segment> Inputs, bool IsResumption)
    : GraphEvent(At);

/// <summary>The run came to its end. The last event, unless it is <see cref="RunPaused"/>.</summary>
/// <param name="At">When.</param>
/// <param name="RunId">The run.</param>
/// <param name="WorkflowId">The workflow.</param>
/// <param name="StartedAt">When it (or this part of it) began.</param>
/// <param name="Status">How it ended.</param>
/// <param name="Outputs">Of all end nodes; of a chat <c>answer</c> and <c>files</c>.</param>
/// <param name="Error">Why it failed; null when it did not.</param>
/// <param name="ErrorKind">The name of the failure.</param>
/// <param name="Elapsed">How long it took, pauses not counted.</param>
/// <param name="Usage">What its nodes used.</param>
/// <param name="Steps">How many nodes ran.</param>
/// <param name="Exceptions">How many of them failed and were borne.</param>
public sealed record RunFinished(
    DateTimeOffset At,
    string RunId,
    string WorkflowId,
    DateTimeOffset StartedAt,
    RunStatus Status,
    IReadOnlyDictionary<string, Segment> Outputs,
    string? Error,
    string ErrorKind,
    TimeSpan Elapsed,
    NodeUsage Usage,
    int Steps,
    int Exceptions) : GraphEvent(At);

/// <summary>The run waits for people. It goes on from the snapshot.</summary>
public sealed record RunPaused(
    DateTimeOffset At,
    string RunId,
    string WorkflowId,
    DateTimeOffset StartedAt,
    IReadOnlyList<PendingForm> Forms,
    IReadOnlyDictionary<string, Segment> Outputs,
    TimeSpan Elapsed,
    NodeUsage Usage,
    int Steps,
    RunSnapshot Snapshot) : GraphEvent(At);

/// <summary>A conversation variable has a new value that is to be kept.</summary>
public sealed record ConversationVariableChanged(DateTimeOffset At, string Name, Segment Value) : GraphEvent(At);
