using Microsoft.Extensions.Hosting;

namespace Middeck.Operations.Entry.Proxy;

/// <summary>Takes over changes of the catalogue while the platform runs.</summary>
internal sealed class CatalogueWatch(ServiceRoutes routes, TimeProvider clock) : BackgroundService
{
    // Asked, not told: notices of the file system do not come through every kind of mount.
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            routes.Reload();
        }
    }
}
