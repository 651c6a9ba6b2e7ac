using Middeck.Workflows.Engine;

namespace Middeck.Workflows.Events;

/// <summary>A person is asked.</summary>
public sealed record HumanInputRequired(DateTimeOffset At, NodeExecution Execution, PendingForm Form, FormRequest Request) : GraphEvent(At);

/// <summary>A person has answered.</summary>
public sealed record HumanInputFilled(
    DateTimeOffset At, NodeExecution Execution, string RenderedContent, string ActionId, string ActionText, FormAnswer Answer) : GraphEvent(At);

/// <summary>Nobody has answered in time.</summary>
public sealed record HumanInputTimedOut(DateTimeOffset At, NodeExecution Execution, DateTimeOffset? ExpiredAt) : GraphEvent(At);
