using Middeck.Storage.Notifications;

namespace Middeck.Studio.Tests.Fakes;

/// <summary>Notifications inside the process; two hosts that share one are two nodes.</summary>
internal sealed class LocalBus : INotificationBus
{
    private readonly Lock _lock = new();
    private readonly List<(string Channel, Action<string> Hear)> _listeners = [];

    public Task PublishAsync(string channel, string payload, CancellationToken cancellationToken)
    {
        (string Channel, Action<string> Hear)[] listeners;
        lock (_lock)
        {
            listeners = [.. _listeners];
        }

        foreach (var listener in listeners.Where(listener => listener.Channel == channel))
        {
            listener.Hear(payload);
        }

        return Task.CompletedTask;
    }

    public IDisposable Subscribe(string channel, Action<string> onMessage, Action? onReconnected = null)
    {
        var listener = (channel, onMessage);
        lock (_lock)
        {
            _listeners.Add(listener);
        }

        return new Subscription(() =>
        {
            lock (_lock)
            {
                _listeners.Remove(listener);
            }
        });
    }

    private sealed class Subscription(Action end) : IDisposable
    {
        public void Dispose() => end();
    }
}
