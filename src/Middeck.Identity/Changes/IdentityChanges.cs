using Middeck.Identity.Authentication;
using Middeck.Storage.Notifications;

namespace Middeck.Identity.Changes;

/// <summary>Tells all nodes that a person, a workspace or a key is not what it was, so that none goes on with what it remembers.</summary>
internal sealed class IdentityChanges(
    INotificationBus bus, StateCache<Guid, PersonState> people, StateCache<string, KeyState> keys) : IDisposable
{
    private const string Channel = "identity_changed";

    private IDisposable? _subscription;

    public void Start() => _subscription ??= bus.Subscribe(Channel, OnMessage, ForgetAll);

    public Task PersonAsync(Guid userId, CancellationToken cancellationToken)
        => PublishAsync($"person:{userId}", cancellationToken);

    public Task WorkspaceAsync(Guid workspaceId, CancellationToken cancellationToken)
        => PublishAsync($"workspace:{workspaceId}", cancellationToken);

    public Task KeyAsync(Guid keyId, CancellationToken cancellationToken)
        => PublishAsync($"key:{keyId}", cancellationToken);

    public void Dispose() => _subscription?.Dispose();

    private Task PublishAsync(string payload, CancellationToken cancellationToken)
    {
        // This node must not wait for its own echo.
        OnMessage(payload);
        return bus.PublishAsync(Channel, payload, cancellationToken);
    }

    private void OnMessage(string payload)
    {
        var colon = payload.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0 || !Guid.TryParse(payload.AsSpan(colon + 1), out var id))
        {
            return;
        }

        switch (payload[..colon])
        {
            case "person":
                people.Remove(state => state.UserId == id);
                keys.Remove(state => state.CreatedBy == id);
                break;
            case "workspace":
                people.Remove(state => state.RoleIn(id) is not null);
                keys.Remove(state => state.WorkspaceId == id);
                break;
            case "key":
                keys.Remove(state => state.KeyId == id);
                break;
            default:
                // Of a newer node: better to read again than to trust what we have.
                ForgetAll();
                break;
        }
    }

    private void ForgetAll()
    {
        people.Remove(_ => true);
        keys.Remove(_ => true);
    }
}
