using System.Text.Json;
using Middeck.Core.Live;

namespace Middeck.Knowledge.Tests.Fakes;

internal sealed class RecordingEvents : ILiveEvents
{
    public List<(string Topic, string Type, JsonElement Data)> Events { get; } = [];

    public void Publish(Guid workspaceId, string topic, string type, JsonElement data) => Events.Add((topic, type, data));
}
