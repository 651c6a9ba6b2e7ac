using System.Text.Json;
using Middeck.Core;
using Middeck.Core.Live;

namespace Middeck.Observability.Live;

/// <summary>Tells this node's streams at once and hands the event on to the other nodes.</summary>
internal sealed class LiveEvents(LiveHub hub, LiveRelay relay, TimeProvider clock) : ILiveEvents
{
    private const int MaxDataBytes = 6_000;

    public void Publish(Guid workspaceId, string topic, string type, JsonElement data)
    {
        var fits = JsonSerializer.SerializeToUtf8Bytes(data, Json.Snake).Length <= MaxDataBytes;
        var message = new LiveEvent(type, topic, fits ? data : null, clock.GetUtcNow());
        hub.Deliver(workspaceId, message);
        relay.Send(new WireEvent(workspaceId, message));
    }
}
