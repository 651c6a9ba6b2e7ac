using Middeck.Storage.Notifications;
using Middeck.Studio.Caching;

namespace Middeck.Studio.Apps;

/// <summary>
/// The published versions of the 2,000 apps that were called lately, by app, so that a call reads no configuration from the
/// database. There is none of an app that is deleted or not published.
/// </summary>
internal sealed class PublishedApps(AppStore store, INotificationBus bus, TimeProvider clock)
    : NodeCache<AppSnapshot?>(bus, clock, "studio_app", TimeSpan.FromMinutes(1), capacity: 2_000)
{
    protected override Task<AppSnapshot?> LoadAsync(Guid key, CancellationToken cancellationToken)
        => store.FindPublishedAsync(key, cancellationToken);
}
