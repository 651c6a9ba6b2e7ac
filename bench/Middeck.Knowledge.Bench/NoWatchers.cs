using System.Text.Json;
using Middeck.Core.Live;

namespace Middeck.Knowledge.Bench;

internal sealed class NoWatchers : ILiveEvents
{
    public void Publish(Guid workspaceId, string topic, string type, JsonElement data)
    {
    }
}
