using System.Collections.Concurrent;
using System.Text.Json;
using Middeck.Core.Live;

namespace Middeck.Studio.Tests.Fakes;

/// <summary>Keeps the live events.</summary>
internal sealed class RecordedEvents : ILiveEvents
{
    public ConcurrentQueue<(Guid WorkspaceId, string Topic, string Type)> All { get; } = new();

    public void Publish(Guid workspaceId, string topic, string type, JsonElement data)
        => All.Enqueue((workspaceId, topic, type));
}
