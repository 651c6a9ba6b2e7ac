using System.Collections.Concurrent;
using Microsoft.Extensions.Hosting;
using Middeck.Storage.Notifications;

namespace Middeck.Studio.Apps;

/// <summary>
/// The published apps that were called lately, so that a call reads no configuration from the database. A node that publishes
/// or deletes tells the others; an entry older than a minute is read again in case the message was lost.
/// </summary>
internal sealed class PublishedApps(AppStore store, INotificationBus bus, TimeProvider clock)
    : IHostedService, IDisposable
{
    private const string Channel = "studio_app";
    private const int Capacity = 2_000;
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<Guid, (AppSnapshot App, DateTimeOffset ReadAt)> _apps = new();
    private IDisposable? _subscription;
    private long _changes;

    /// <summary>The app's published version; null when there is no such app or it is not published.</summary>
    public async ValueTask<AppSnapshot?> FindAsync(Guid appId, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (_apps.TryGetValue(appId, out var entry) && now - entry.ReadAt < Fresh)
        {
            return entry.App;
        }

        var before = Volatile.Read(ref _changes);
        if (await store.FindPublishedAsync(appId, cancellationToken) is not { } app)
        {
            _apps.TryRemove(appId, out _);
            return null;
        }

        // When something was published meanwhile this may be the old version: it serves this call and is not kept.
        if (Volatile.Read(ref _changes) == before)
        {
            if (_apps.Count >= Capacity)
            {
                _apps.Clear();
            }

            _apps[appId] = (app, now);
        }

        return app;
    }

    /// <summary>Makes every node read the app again.</summary>
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

    private void Forget(Guid appId)
    {
        Interlocked.Increment(ref _changes);
        _apps.TryRemove(appId, out _);
    }

    private void ForgetAll()
    {
        Interlocked.Increment(ref _changes);
        _apps.Clear();
    }
}
