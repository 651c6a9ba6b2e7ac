using System.Diagnostics.CodeAnalysis;
using Middeck.Studio.Agents;
using Middeck.Studio.Apps;
using Middeck.Studio.Files;
using Middeck.Studio.Tracing;
using Middeck.Studio.Workflows.Runs;

namespace Middeck.Studio.Chat;

/// <summary>A question that this node is answering, or has answered a moment ago.</summary>
/// <param name="id">The message's key, which is also the task's.</param>
/// <param name="request">The question.</param>
/// <param name="conversationId">Its conversation.</param>
/// <param name="model"><c>provider/model</c>; null when the gateway chose without a name.</param>
/// <param name="createdAt">When it was asked.</param>
/// <param name="clock">Times the steps; the system's unless given.</param>
[SuppressMessage(
    "Design", "CA1001", Justification = "A stop may come at any time, and a source without a timer has nothing to release.")]
internal sealed class ChatRun(
    Guid id,
    ChatRequest request,
    Guid conversationId,
    string? model,
    DateTimeOffset createdAt,
    TimeProvider? clock = null)
{
    private readonly CancellationTokenSource _cancellation = new();
    private int _reason = -1;
    private long _watchedUntil;

    public Guid Id { get; } = id;

    public ChatRequest Request { get; } = request;

    public Guid ConversationId { get; } = conversationId;

    /// <summary>The message that the question follows; null for the first.</summary>
    public Guid? ParentId { get; init; }

    public string? Model { get; } = model;

    public DateTimeOffset CreatedAt { get; } = createdAt;

    public RunHead Head => new(
        Id, ConversationId, ParentId, AgentSettings.IsAgent(Request.App) ? AppMode.AgentChat : Request.App.Mode, Model, CreatedAt);

    /// <summary>Until when another node watches; it is told when the saved answer grows.</summary>
    public DateTimeOffset WatchedUntil
    {
        get => new(Interlocked.Read(ref _watchedUntil), TimeSpan.Zero);
        set => Interlocked.Exchange(ref _watchedUntil, value.UtcTicks);
    }

    public RunStream<RunEvent> Stream { get; } = new(RunEvent.IsLast);

    public AnswerBuffer Answer { get; } = new();

    /// <summary>The files of the question, and those in the form of its conversation.</summary>
    public IReadOnlyList<UsedFile> Files { get; init; } = [];

    /// <summary>The run of the app's graph that this one goes on with; null when it begins.</summary>
    public WorkflowTask? Resumes { get; init; }

    /// <summary>Set when the answer is not complete and goes on later: when a person has answered, or on another node.</summary>
    public bool IsSuspended { get; set; }

    /// <summary>What the run does, step by step.</summary>
    public RunTrace Trace { get; } = new(clock ?? TimeProvider.System);

    /// <summary>Cancelled as soon as the run is to end early.</summary>
    public CancellationToken Cancelled => _cancellation.Token;

    /// <summary>Why the run is ended early; null when it is not.</summary>
    public CancelReason? Reason => Volatile.Read(ref _reason) is >= 0 and var reason ? (CancelReason)reason : null;

    /// <summary>Ends the run early. The first reason counts.</summary>
    public void Cancel(CancelReason reason)
    {
        if (Interlocked.CompareExchange(ref _reason, (int)reason, -1) == -1)
        {
            _cancellation.Cancel();
        }
    }
}
