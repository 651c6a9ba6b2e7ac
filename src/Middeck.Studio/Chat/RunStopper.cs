using Microsoft.Extensions.Hosting;
using Middeck.Storage.Notifications;
using Middeck.Studio.Conversations;

namespace Middeck.Studio.Chat;

/// <summary>
/// Stops runs on whichever node they are: at once here, by a message there, and by the flag in the row should the message be lost.
/// </summary>
internal sealed class RunStopper(RunStore store, RunHub hub, INotificationBus bus) : IHostedService, IDisposable
{
    private const string Channel = "studio_stop";

    private IDisposable? _subscription;

    /// <summary>Stops a run of the person. Nothing happens when there is none, or it has ended.</summary>
    public async Task StopAsync(
        Guid workspaceId, Guid appId, Person person, Guid runId, CancellationToken cancellationToken)
    {
        if (await store.RequestStopAsync(workspaceId, appId, person, runId, cancellationToken))
        {
            await TellAsync(CancelReason.Stopped, runId, cancellationToken);
        }
    }

    /// <summary>Ends the runs of a conversation that was deleted.</summary>
    public async Task AbandonAsync(IEnumerable<Guid> runIds, CancellationToken cancellationToken)
    {
        foreach (var id in runIds)
        {
            await TellAsync(CancelReason.Lost, id, cancellationToken);
        }
    }

    public Task StartAsync(CancellationToken cancellationToken)
    {
        _subscription = bus.Subscribe(Channel, Hear);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        Dispose();
        return Task.CompletedTask;
    }

    public void Dispose() => Interlocked.Exchange(ref _subscription, null)?.Dispose();

    private async Task TellAsync(CancelReason reason, Guid runId, CancellationToken cancellationToken)
    {
        if (hub.Find(runId) is not null)
        {
            hub.Cancel(runId, reason);
            return;
        }

        await bus.PublishAsync(Channel, $"{reason} {runId}", cancellationToken);
    }

    private void Hear(string payload)
    {
        var parts = payload.Split(' ');
        hub.Cancel(Guid.Parse(parts[1]), Enum.Parse<CancelReason>(parts[0]));
    }
}
