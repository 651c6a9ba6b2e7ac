namespace Middeck.Storage.Notifications;

/// <summary>Short messages between the nodes of an installation over PostgreSQL's LISTEN and NOTIFY. One listening connection per node.</summary>
public interface INotificationBus
{
    /// <summary>Sends to every node, this one too. At most 7,900 bytes; the message is a hint, never the only copy.</summary>
    Task PublishAsync(string channel, string payload, CancellationToken cancellationToken);

    /// <summary>Hears what is sent from now on. Dispose the answer to stop.</summary>
    /// <param name="channel">Letters, digits and underscores.</param>
    /// <param name="onMessage">Called one message at a time; must be quick.</param>
    /// <param name="onReconnected">Called after the connection was lost and is back: something may have been missed, so read again.</param>
    IDisposable Subscribe(string channel, Action<string> onMessage, Action? onReconnected = null);
}
