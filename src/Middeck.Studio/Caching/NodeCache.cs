using System.Collections.Concurrent;
using Microsoft.Extensions.Hosting;
using Middeck.Storage.Notifications;

namespace Middeck.Studio.Caching;

/// <summary>
/// What was read lately, kept on this node by key. A node that changes something tells the others; an entry that is older than
/// <paramref name="fresh"/> is read again in case the message was lost. The least recently used go first.
/// </summary>
/// <param name="bus">Carries what changed between the nodes.</param>
/// <param name="clock">Tells what is fresh.</param>
/// <param name="channel">The channel of the changes; its payload is the key.</param>
/// <param name="fresh">How long an entry serves without being read again.</param>
/// <param name="capacity">What all entries may weigh together, see <see cref="Weigh"/>.</param>
internal abstract class NodeCache<T>(
    INotificationBus bus, TimeProvider clock, string channel, TimeSpan fresh, long capacity)
    : IHostedService, IDisposable
    where T : class?
{
    private readonly ConcurrentDictionary<Guid, Kept> _kept = new();
    private readonly ConcurrentDictionary<Guid, Lazy<Task<T>>> _loading = new();
    private readonly Lock _trimming = new();
    private IDisposable? _subscription;
    private long _changes;

    /// <summary>What has the key; null when there is nothing, which is not kept.</summary>
    public async ValueTask<T> FindAsync(Guid key, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (_kept.TryGetValue(key, out var kept) && now - kept.ReadAt < fresh)
        {
            kept.UsedAt = now;
            return kept.Value;
        }

        var before = Volatile.Read(ref _changes);
        var value = await ShareAsync(key, cancellationToken);
        if (value is null)
        {
            _kept.TryRemove(key, out _);
            return value;
        }

        // When something was changed meanwhile this may be the old state: it serves this call and is not kept.
        if (Volatile.Read(ref _changes) == before)
        {
            _kept[key] = new Kept(value, now) { UsedAt = now };
            Trim();
        }

        return value;
    }

    /// <summary>Makes every node read it again.</summary>
    public async Task ForgetAsync(Guid key, CancellationToken cancellationToken)
    {
        Forget(key);
        await bus.PublishAsync(channel, key.ToString(), cancellationToken);
    }

    public Task StartAsync(CancellationToken cancellationToken)
    {
        _subscription = bus.Subscribe(channel, payload => Forget(Guid.Parse(payload)), ForgetAll);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        Dispose();
        return Task.CompletedTask;
    }

    public void Dispose() => Interlocked.Exchange(ref _subscription, null)?.Dispose();

    /// <summary>Reads it.</summary>
    protected abstract Task<T> LoadAsync(Guid key, CancellationToken cancellationToken);

    /// <summary>What an entry takes of the capacity: 1, so that the capacity is a number of entries, or bytes.</summary>
    protected virtual long Weigh(T value) => 1;

    // Many who ask at once share one reading. It is nobody's own, so nobody's going away ends it.
    private async Task<T> ShareAsync(Guid key, CancellationToken cancellationToken)
    {
        var mine = new Lazy<Task<T>>(() => LoadAsync(key, CancellationToken.None));
        var shared = _loading.GetOrAdd(key, mine);
        try
        {
            return await shared.Value.WaitAsync(cancellationToken);
        }
        finally
        {
            _loading.TryRemove(KeyValuePair.Create(key, shared));
        }
    }

    private void Trim()
    {
        lock (_trimming)
        {
            var weight = _kept.Values.Sum(kept => Weigh(kept.Value));
            if (weight <= capacity)
            {
                return;
            }

            foreach (var (key, kept) in _kept.OrderBy(pair => pair.Value.UsedAt))
            {
                _kept.TryRemove(key, out _);
                weight -= Weigh(kept.Value);
                if (weight <= capacity)
                {
                    return;
                }
            }
        }
    }

    private void Forget(Guid key)
    {
        Interlocked.Increment(ref _changes);
        _loading.TryRemove(key, out _);
        _kept.TryRemove(key, out _);
    }

    private void ForgetAll()
    {
        Interlocked.Increment(ref _changes);
        _loading.Clear();
        _kept.Clear();
    }

    private sealed class Kept(T value, DateTimeOffset readAt)
    {
        public T Value { get; } = value;

        public DateTimeOffset ReadAt { get; } = readAt;

        public DateTimeOffset UsedAt { get; set; }
    }
}
