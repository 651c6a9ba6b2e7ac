using Middeck.Core.Identifiers;
using Middeck.Studio.Answering;
using Middeck.Studio.Chat;
using Middeck.Studio.Configuration;

namespace Middeck.Studio.Agents;

/// <summary>
/// Writes down what an agent does while it does it: for those who watch, and in the rows, so that it survives the page and the
/// node. Calls of one step may change at the same time.
/// </summary>
internal sealed class AgentJournal(Turn turn, AgentStepStore store, RunSignals signals, TimeProvider clock) : IDisposable
{
    // A row stays small; the whole text is in the trace.
    private const int LongestThought = 20_000;

    private readonly SemaphoreSlim _saving = new(1, 1);
    private readonly Lock _lock = new();
    private long _beganAt;
    private AgentStep? _step;

    public AgentStep Step => _step!;

    /// <summary>Begins a step: the model is being asked.</summary>
    public void Begin(int position)
    {
        _beganAt = clock.GetTimestamp();
        _step = new AgentStep(
            Ids.New(clock), position, "", [], turn.Run.Answer.Length, clock.GetUtcNow(), Duration: null);
        Publish();
    }

    /// <summary>The model has said what it wants; with no calls, that was the answer.</summary>
    public Task ThinkAsync(string thought, IReadOnlyList<AgentCall> calls, CancellationToken cancellationToken)
        => ChangeAsync(step => step with
        {
            Thought = Storable(thought),
            Calls = calls,
            AnswerEnd = turn.Run.Answer.Length,
            Duration = calls.Count == 0 ? Elapsed() : null,
        }, cancellationToken);

    /// <summary>A call has come to something.</summary>
    public Task ChangeAsync(Guid callId, Func<AgentCall, AgentCall> change, CancellationToken cancellationToken)
        => ChangeAsync(
            step => step with { Calls = [.. step.Calls.Select(call => call.Id == callId ? change(call) : call)] },
            cancellationToken);

    /// <summary>All calls of the step are over.</summary>
    public Task EndAsync(CancellationToken cancellationToken)
        => ChangeAsync(step => step with { Duration = Elapsed() }, cancellationToken);

    /// <summary>The run ends in the middle of the step, if it is in one.</summary>
    public Task BreakOffAsync()
        => _step is not { Duration: null, Calls.Count: > 0 }
            ? Task.CompletedTask
            : ChangeAsync(
                step => step with
                {
                    Duration = Elapsed(),
                    Calls = [.. step.Calls.Select(call => call.Status is AgentCallStatus.Waiting or AgentCallStatus.Running
                        ? call with { Status = AgentCallStatus.Stopped }
                        : call)],
                },
                CancellationToken.None);

    public void Dispose() => _saving.Dispose();

    /// <summary>What the database can keep of a text, and as much as a row is to hold.</summary>
    public static string Storable(string text, int most = LongestThought)
    {
        var cut = text.Length <= most ? text : $"{text[..(char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)]}…";
        return StorableJson.IsStorable(cut) ? cut : new AnswerBuffer().Append(cut);
    }

    private async Task ChangeAsync(Func<AgentStep, AgentStep> change, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            _step = change(_step!);
            Publish();
        }

        // One after the other, so that the row is never older than what was written before.
        await _saving.WaitAsync(cancellationToken);
        try
        {
            await store.SaveAsync(turn.Run, Step, cancellationToken);
        }
        finally
        {
            _saving.Release();
        }

        await signals.TellAsync(turn.Run, cancellationToken);
    }

    private void Publish() => turn.Run.Stream.Publish(new RunEvent.Stepped(_step!));

    private double Elapsed() => Math.Round(clock.GetElapsedTime(_beganAt).TotalSeconds, 3);
}
