using System.Collections.Concurrent;

namespace Middeck.Identity.Changes;

/// <summary>
/// What is known of sessions or keys, for at most 10 seconds, so that a busy caller costs one query in that time. Changes
/// remove entries at once; the limit holds when a notification is lost.
/// </summary>
internal sealed class StateCache<TKey, TState>(TimeProvider clock)
    where TKey : notnull
    where TState : class
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(10);

    private const int MaxEntries = 20_000;

    private readonly ConcurrentDictionary<TKey, Entry> _entries = new();
    private int _generation;

    public async ValueTask<TState?> GetAsync(
        TKey key, Func<TKey, CancellationToken, Task<TState?>> load, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (_entries.TryGetValue(key, out var entry) && now - entry.LoadedAt < Lifetime)
        {
            return entry.State;
        }

        var generation = Volatile.Read(ref _generation);
        var state = await load(key, cancellationToken);
        if (state is null)
        {
            _entries.TryRemove(key, out _);
            return null;
        }

        if (_entries.Count >= MaxEntries)
        {
            RemoveOld(now);
        }

        // Something changed while we read: what we have may be the old state, good for this call and not to be kept.
        if (generation == Volatile.Read(ref _generation))
        {
            _entries[key] = new Entry(state, now);
        }

        return state;
    }

    public void Remove(Func<TState, bool> which)
    {
        Interlocked.Increment(ref _generation);
        foreach (var (key, entry) in _entries)
        {
            if (which(entry.State))
            {
                _entries.TryRemove(key, out _);
            }
        }
    }

    private void RemoveOld(DateTimeOffset now)
    {
        foreach (var (key, entry) in _entries)
        {
            if (now - entry.LoadedAt >= Lifetime)
            {
                _entries.TryRemove(key, out _);
            }
        }

        if (_entries.Count >= MaxEntries)
        {
            _entries.Clear();
        }
    }

    private sealed record Entry(TState State, DateTimeOffset LoadedAt);
}
