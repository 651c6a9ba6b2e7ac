namespace Middeck.Models.Upstream;

/// <summary>
/// A provider's answer on its way in. Each read renews the patience (keep-alive comments count), and one event may not grow
/// without end in memory.
/// </summary>
internal sealed class HeardStream(Stream inner, Patience patience, int mostBytesPerEvent) : Stream
{
    private long _sinceEvent;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>An event is complete.</summary>
    public void EventEnded() => _sinceEvent = 0;

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (_sinceEvent > mostBytesPerEvent)
        {
            throw new EventTooLongException(mostBytesPerEvent);
        }

        var read = await inner.ReadAsync(buffer, cancellationToken);
        if (read > 0)
        {
            _sinceEvent += read;
            patience.Heard();
        }

        return read;
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Flush() => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
    }

    public override async ValueTask DisposeAsync()
    {
        await inner.DisposeAsync();
        await base.DisposeAsync();
    }
}
