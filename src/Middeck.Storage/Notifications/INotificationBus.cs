namespace Middeck.Storage.Notifications;

/// <summary>Short messages between the nodes of an installation over PostgreSQL's LISTEN and NOTIFY. One listening connection per node.</summary>
public interface INotificationBus
{
    /// <summary>The longest payload in bytes of UTF-8; PostgreSQL itself refuses 8,000.</summary>
    public const int MaxPayloadBytes = 7900;

    /// <summary>Sends to every node, this one too. The message is a hint, never the only copy.</summary>
    /// <exception cref="ArgumentException">The payload is over <see cref="MaxPayloadBytes"/> or the channel's name is not one.</exception>
    Task PublishAsync(string channel, string payload, CancellationToken cancellationToken);

    /// <summary>Hears what is sent from now on. Dispose the answer to stop.</summary>
    /// <param name="channel">Lower-case letters, digits and underscores, at most 63.</param>
    /// <param name="onMessage">Called one message at a time; must be quick.</param>
    /// <param name="onReconnected">
    /// Called when listening begins, and again after the connection was lost and is back: something may have been missed, so
    /// read again.
    /// </param>
    IDisposable Subscribe(string channel, Action<string> onMessage, Action? onReconnected = null);
}
