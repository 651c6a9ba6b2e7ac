namespace Middeck.Storage.Notifications;

/// <summary>One listener of one channel.</summary>
internal sealed class Subscription(
    string channel, Action<string> onMessage, Action? onReconnected, Action<Subscription> onDisposed) : IDisposable
{
    public string Channel => channel;

    public void Receive(string payload) => onMessage(payload);

    public void Reconnected() => onReconnected?.Invoke();

    public void Dispose() => onDisposed(this);
}
