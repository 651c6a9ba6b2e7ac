using System.Collections.Concurrent;
using Microsoft.Extensions.Hosting;
using Middeck.Storage.Notifications;

namespace Middeck.Studio.Annotations;

/// <summary>
/// The annotations of the apps that were asked lately, within 128 MB. A node that changes annotations tells the others; an entry
/// older than ten minutes is read again in case the message was lost.
/// </summary>
internal sealed class AnnotationIndexes(AnnotationReplyStore store, INotificationBus bus, TimeProvider clock)
    : IHostedService, IDisposable
{
    private const string Channel = "studio_annotation";
    private const long MostBytes = 128 * 1024 * 1024;
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(10);

    private readonly ConcurrentDictionary<Guid, Kept> _kept = new();
    private readonly ConcurrentDictionary<Guid, Lazy<Task<AnnotationIndex>>> _loading = new();
    private readonly Lock _trimming = new();
    private IDisposable? _subscription;
    private long _changes;

    public async ValueTask<AnnotationIndex> FindAsync(Guid appId, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (_kept.TryGetValue(appId, out var kept) && now - kept.ReadAt < Fresh)
        {
            kept.UsedAt = now;
            return kept.Index;
        }

        var before = Volatile.Read(ref _changes);
        var index = await LoadAsync(appId, cancellationToken);
        // When something was changed meanwhile this may be the old state: it serves this question and is not kept.
        if (Volatile.Read(ref _changes) == before)
        {
            _kept[appId] = new Kept(index, now) { UsedAt = now };
            Trim();
        }

        return index;
    }

    /// <summary>Makes every node read the app's annotations again.</summary>
    public async Task ForgetAsync(Guid appId, CancellationToken cancellationToken)
    {
        Forget(appId);
        await bus.PublishAsync(Channel, appId.ToString(), cancellationToken);
    }

    public Task StartAsync(CancellationToken cancellationToken)
    {
        _subscription = bus.Subscribe(Channel, payload => Forget(Guid.Parse(payload)), ForgetAll);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        Dispose();
        return Task.CompletedTask;
    }

    public void Dispose() => Interlocked.Exchange(ref _subscription, null)?.Dispose();

    // Many who ask at once share one reading. It is nobody's own, so nobody's going away ends it.
    private async Task<AnnotationIndex> LoadAsync(Guid appId, CancellationToken cancellationToken)
    {
        var mine = new Lazy<Task<AnnotationIndex>>(() => store.LoadAsync(appId, CancellationToken.None));
        var shared = _loading.GetOrAdd(appId, mine);
        try
        {
            return await shared.Value.WaitAsync(cancellationToken);
        }
        finally
        {
            _loading.TryRemove(KeyValuePair.Create(appId, shared));
        }
    }

    private void Trim()
    {
        lock (_trimming)
        {
            var bytes = _kept.Values.Sum(kept => kept.Index.Bytes);
            foreach (var (appId, kept) in _kept.OrderBy(pair => pair.Value.UsedAt))
            {
                if (bytes <= MostBytes)
                {
                    return;
                }

                _kept.TryRemove(appId, out _);
                bytes -= kept.Index.Bytes;
            }
        }
    }

    private void Forget(Guid appId)
    {
        Interlocked.Increment(ref _changes);
        _loading.TryRemove(appId, out _);
        _kept.TryRemove(appId, out _);
    }

    private void ForgetAll()
    {
        Interlocked.Increment(ref _changes);
        _loading.Clear();
        _kept.Clear();
    }

    private sealed class Kept(AnnotationIndex index, DateTimeOffset readAt)
    {
        public AnnotationIndex Index { get; } = index;

        public DateTimeOffset ReadAt { get; } = readAt;

        public DateTimeOffset UsedAt { get; set; }
    }
}
