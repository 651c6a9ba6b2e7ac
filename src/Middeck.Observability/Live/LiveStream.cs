using System.Text;
using System.Threading.Channels;
using Middeck.Http.Streaming;

namespace Middeck.Observability.Live;

/// <summary>
/// One console tab's stream: its topics, the last events, and the connection that reads it at the moment, if any. A tab that
/// reconnects within a minute goes on after the last event that it got.
/// </summary>
internal sealed class LiveStream(Guid id, Guid workspaceId, Guid userId)
{
    /// <summary>How much is kept for a tab that is away: whichever is reached first.</summary>
    public const int MaxKeptEvents = 256;

    public const int MaxKeptBytes = 256 * 1024;

    /// <summary>Topics of one stream.</summary>
    public const int MaxTopics = 100;

    private readonly Lock _lock = new();
    private readonly HashSet<string> _topics = [];
    private readonly Queue<(long Sequence, SseFrame Frame, int Bytes)> _kept = [];
    private int _keptBytes;
    private long _sequence;
    private Channel<SseFrame>? _reader;

    public Guid Id => id;

    public Guid WorkspaceId => workspaceId;

    public Guid UserId => userId;

    /// <summary>Since when nobody reads; null while somebody does.</summary>
    public DateTimeOffset? LeftAt { get; private set; }

    public void ChangeTopics(IEnumerable<string> add, IEnumerable<string> remove)
    {
        lock (_lock)
        {
            _topics.ExceptWith(remove);
            foreach (var topic in add)
            {
                if (_topics.Count < MaxTopics)
                {
                    _topics.Add(topic);
                }
            }
        }
    }

    /// <summary>Takes an event in if the stream has its topic.</summary>
    public void Offer(string topic, string json)
    {
        lock (_lock)
        {
            if (!_topics.Contains(topic))
            {
                return;
            }

            var frame = new SseFrame(json, Id: new LiveEventId(id, ++_sequence).ToString());
            var bytes = Encoding.UTF8.GetByteCount(json);
            _kept.Enqueue((_sequence, frame, bytes));
            _keptBytes += bytes;
            while (_kept.Count > MaxKeptEvents || _keptBytes > MaxKeptBytes)
            {
                _keptBytes -= _kept.Dequeue().Bytes;
            }

            if (_reader?.Writer.TryWrite(frame) == false)
            {
                // The reader is too slow. It is sent away; what it missed is still kept when it comes back.
                _reader.Writer.TryComplete();
            }
        }
    }

    /// <summary>Begins to read after an event; a connection that reads already is ended.</summary>
    /// <param name="after">The sequence of the last event that the tab got.</param>
    /// <param name="hello">The first event, made from whether all events since then are still here.</param>
    public ChannelReader<SseFrame> Attach(long after, Func<string, bool, SseFrame> hello)
    {
        lock (_lock)
        {
            _reader?.Writer.TryComplete();
            LeftAt = null;
            var complete = after >= _sequence || (_kept.Count > 0 && _kept.Peek().Sequence <= after + 1);
            var position = new LiveEventId(id, after).ToString();
            // Room for all that is kept, the hello, and as much again while it is written.
            _reader = Channel.CreateBounded<SseFrame>((2 * MaxKeptEvents) + 1);
            _reader.Writer.TryWrite(hello(position, complete));
            foreach (var (sequence, frame, _) in _kept)
            {
                if (sequence > after)
                {
                    _reader.Writer.TryWrite(frame);
                }
            }

            return _reader.Reader;
        }
    }

    /// <summary>The connection is gone. One that was replaced by another changes nothing.</summary>
    public void Detach(ChannelReader<SseFrame> reader, DateTimeOffset now)
    {
        lock (_lock)
        {
            if (_reader?.Reader == reader)
            {
                _reader = null;
                LeftAt = now;
            }
        }
    }

    /// <summary>Ends the connection that reads, if any.</summary>
    public void Close()
    {
        lock (_lock)
        {
            _reader?.Writer.TryComplete();
        }
    }
}
