using Microsoft.Extensions.Hosting;

namespace Middeck.Observability.Live;

/// <summary>Forgets abandoned streams, and ends the open ones when the node goes down, so that it need not wait for them.</summary>
internal sealed class LiveStreamCare(LiveHub hub, IHostApplicationLifetime lifetime, TimeProvider clock) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var stopping = lifetime.ApplicationStopping.Register(hub.CloseAll);
        using var timer = new PeriodicTimer(Interval, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            hub.DropAbandoned();
        }
    }
}
