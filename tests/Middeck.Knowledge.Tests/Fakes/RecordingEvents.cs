using System.Collections.Concurrent;
using System.Text.Json;
using System.Threading.Channels;
using Middeck.Core.Live;

namespace Middeck.Knowledge.Tests.Fakes;

/// <summary>Keeps what open pages would hear, and lets a test wait for it.</summary>
internal sealed class RecordingEvents : ILiveEvents
{
    private readonly Channel<JsonElement> _heard = Channel.CreateUnbounded<JsonElement>();

    public ConcurrentQueue<(string Topic, string Type, JsonElement Data)> Events { get; } = [];

    public void Publish(Guid workspaceId, string topic, string type, JsonElement data)
    {
        Events.Enqueue((topic, type, data));
        _heard.Writer.TryWrite(data);
    }

    /// <summary>Waits until a document reaches the status.</summary>
    public async Task<JsonElement> DocumentAsync(Guid id, string status)
    {
        using var timeout = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        await foreach (var data in _heard.Reader.ReadAllAsync(timeout.Token))
        {
            if (data.GetProperty("id").GetGuid() == id && data.GetProperty("status").GetString() == status)
            {
                return data;
            }
        }

        throw new InvalidOperationException("Nobody publishes any more.");
    }
}
