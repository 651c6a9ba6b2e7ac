using System.Collections.Concurrent;
using System.Text.Json;
using Middeck.Core;
using Middeck.Core.Identifiers;

namespace Middeck.Observability.Live;

/// <summary>The streams of this node.</summary>
internal sealed class LiveHub(TimeProvider clock)
{
    /// <summary>How long a stream waits for its tab to come back.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>Streams of one person; the oldest goes when there is one more.</summary>
    public const int MaxStreamsPerUser = 32;

    private readonly ConcurrentDictionary<Guid, LiveStream> _streams = new();

    public int Count => _streams.Count;

    /// <summary>Makes a stream of the person in the workspace.</summary>
    public LiveStream Open(Guid workspaceId, Guid userId)
    {
        DropAbandoned();
        var own = _streams.Values.Where(stream => stream.UserId == userId).OrderBy(stream => stream.Id).ToList();
        foreach (var oldest in own.Take(own.Count - MaxStreamsPerUser + 1))
        {
            Drop(oldest);
        }

        var opened = new LiveStream(Ids.New(clock), workspaceId, userId);
        _streams[opened.Id] = opened;
        return opened;
    }

    /// <summary>The stream, if it is this person's in this workspace.</summary>
    public LiveStream? Find(Guid id, Guid workspaceId, Guid userId)
        => _streams.TryGetValue(id, out var stream) && stream.WorkspaceId == workspaceId && stream.UserId == userId ? stream : null;

    public void Deliver(Guid workspaceId, LiveEvent message)
    {
        string? json = null;
        foreach (var stream in _streams.Values)
        {
            if (stream.WorkspaceId == workspaceId)
            {
                json ??= JsonSerializer.Serialize(message, Json.Snake);
                stream.Offer(message.Topic!, json);
            }
        }
    }

    /// <summary>Forgets streams whose tab has not come back.</summary>
    public void DropAbandoned()
    {
        var before = clock.GetUtcNow() - Patience;
        foreach (var stream in _streams.Values)
        {
            if (stream.LeftAt <= before)
            {
                Drop(stream);
            }
        }
    }

    public void CloseAll()
    {
        foreach (var stream in _streams.Values)
        {
            stream.Close();
        }
    }

    private void Drop(LiveStream stream)
    {
        _streams.TryRemove(stream.Id, out _);
        stream.Close();
    }
}
