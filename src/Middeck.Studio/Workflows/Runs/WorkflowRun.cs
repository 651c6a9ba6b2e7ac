using System.Diagnostics.CodeAnalysis;
using Middeck.Core.Errors;
using Middeck.Studio.Chat;
using Middeck.Studio.Workflows.Runs.Slots;
using Middeck.Workflows.Events;

namespace Middeck.Studio.Workflows.Runs;

/// <summary>A run of a graph that this node works on: from its start, or from where a pause or another node left it.</summary>
/// <param name="id">The run's key, which is also the task's.</param>
/// <param name="start">What it was asked for.</param>
/// <param name="createdAt">When it was asked for.</param>
/// <param name="sequence">How many events it had before.</param>
/// <param name="textLength">How many characters it had written before.</param>
[SuppressMessage(
    "Design", "CA1001", Justification = "A stop may come at any time, and a source without a timer has nothing to release.")]
internal sealed class WorkflowRun(Guid id, WorkflowStart start, DateTimeOffset createdAt, int sequence = 0, int textLength = 0)
{
    private readonly CancellationTokenSource _cancellation = new();
    private readonly TaskCompletionSource<FaultException?> _turn = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _reason = -1;

    public Guid Id { get; } = id;

    public WorkflowStart Start { get; } = start;

    public DateTimeOffset CreatedAt { get; } = createdAt;

    /// <summary>The number of the last event before this part of the run.</summary>
    public int FirstSequence { get; } = sequence;

    /// <summary>The events of this part.</summary>
    public RunStream<WorkflowEvent> Stream { get; } = new(static next => next.IsLast);

    /// <summary>The number of the last event.</summary>
    public int Sequence { get; set; } = sequence;

    /// <summary>Characters written so far.</summary>
    public int TextLength { get; set; } = textLength;

    /// <summary>What its nodes used and found.</summary>
    public RunTally Tally { get; } = new();

    /// <summary>What the run came to; null while it goes on or when it waits for a person.</summary>
    public RunFinished? Finished { get; set; }

    /// <summary>Why it waits; null when it does not.</summary>
    public RunPaused? Paused { get; set; }

    /// <summary>What lets it work; null for what works within another run.</summary>
    public RunSlot? Slot { get; init; }

    /// <summary>What its events say of it.</summary>
    public required DifyEventContext Context { get; init; }

    /// <summary>Cancelled as soon as the run is to end early.</summary>
    public CancellationToken Cancelled => _cancellation.Token;

    /// <summary>Why the run is ended early; null when it is not.</summary>
    public CancelReason? Reason => Volatile.Read(ref _reason) is >= 0 and var reason ? (CancelReason)reason : null;

    /// <summary>Waits until it is the run's turn, or it ends before that.</summary>
    /// <exception cref="FaultException"><c>workflows.too_many_runs</c>: it waited too long and has ended.</exception>
    public async Task WaitForTurnAsync(CancellationToken cancellationToken)
    {
        if (await _turn.Task.WaitAsync(cancellationToken) is { } refusal)
        {
            throw refusal;
        }
    }

    /// <summary>It is the run's turn, or it will never be. The first word counts.</summary>
    public void TakeTurn(FaultException? refusal) => _turn.TrySetResult(refusal);

    /// <summary>Ends the run early. The first reason counts.</summary>
    public void Cancel(CancelReason reason)
    {
        if (Interlocked.CompareExchange(ref _reason, (int)reason, -1) == -1)
        {
            _cancellation.Cancel();
        }
    }
}
