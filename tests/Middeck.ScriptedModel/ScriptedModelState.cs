using System.Collections.Concurrent;

namespace Middeck.ScriptedModel;

/// <summary>What the server remembers between requests.</summary>
internal sealed class ScriptedModelState(bool recordRequests, CancellationToken stopping)
{
    private readonly ConcurrentDictionary<string, int> _refusals = new();
    private TaskCompletionSource _arrival = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public ConcurrentQueue<ScriptedReply> Script { get; } = new();

    public ConcurrentQueue<RecordedRequest> Requests { get; } = new();

    public CancellationToken Stopping { get; } = stopping;

    public Task NextArrival => Volatile.Read(ref _arrival).Task;

    public void Record(RecordedRequest request)
    {
        if (recordRequests)
        {
            Requests.Enqueue(request);
            Interlocked.Exchange(ref _arrival, new(TaskCreationOptions.RunContinuationsAsynchronously)).SetResult();
        }
    }

    /// <summary>Whether this call of a rate-limited model is to be refused: so many times, then one is let through.</summary>
    public bool IsRefused(string model, int times)
        => _refusals.AddOrUpdate(model, 1, (_, count) => (count + 1) % (times + 1)) is > 0 and var count && count <= times;
}
