using System.Collections.Immutable;

namespace Middeck.Storage.Notifications;

/// <summary>Who listens to what on this node, and a signal for the connection that the set of channels changed.</summary>
internal sealed class Subscriptions : IDisposable
{
    private readonly Lock _lock = new();
    private ImmutableDictionary<string, ImmutableArray<Subscription>> _byChannel =
        ImmutableDictionary<string, ImmutableArray<Subscription>>.Empty;
    private CancellationTokenSource _changed = new();

    /// <summary>The channels that should be listened to now, and a token that fires when that is no longer so.</summary>
    public (IReadOnlyCollection<string> Channels, CancellationToken Changed) Wanted()
    {
        lock (_lock)
        {
            return ([.. _byChannel.Keys], _changed.Token);
        }
    }

    public ImmutableArray<Subscription> On(string channel) => _byChannel.GetValueOrDefault(channel, []);

    public void Add(Subscription subscription)
    {
        lock (_lock)
        {
            var present = On(subscription.Channel);
            _byChannel = _byChannel.SetItem(subscription.Channel, present.Add(subscription));
            // A channel that is listened to already begins for this listener at once; for a new one the connection says so.
            if (present.Length == 0)
            {
                SignalChange();
            }
        }
    }

    public void Remove(Subscription subscription)
    {
        lock (_lock)
        {
            var left = On(subscription.Channel).Remove(subscription);
            _byChannel = left.Length > 0
                ? _byChannel.SetItem(subscription.Channel, left)
                : _byChannel.Remove(subscription.Channel);
            if (left.Length == 0)
            {
                SignalChange();
            }
        }
    }

    public void Dispose() => _changed.Dispose();

    private void SignalChange()
    {
        var before = _changed;
        _changed = new CancellationTokenSource();
        // Not under the callers' feet: the connection's loop goes on in a thread of its own.
        _ = before.CancelAsync();
    }
}
