namespace Middeck.Knowledge.Transfer;

/// <summary>
/// Between a ZIP and a response: the archive writes a few headers without awaiting, which a response refuses. They are kept until
/// the next write that is awaited. Flush it asynchronously at the end.
/// </summary>
internal sealed class DeferredWrites(Stream target) : Stream
{
    private readonly MemoryStream _kept = new();

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override void Write(byte[] buffer, int offset, int count) => _kept.Write(buffer, offset, count);

    public override void Write(ReadOnlySpan<byte> buffer) => _kept.Write(buffer);

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        await PassOnAsync(cancellationToken);
        await target.WriteAsync(buffer, cancellationToken);
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
        => WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override void Flush()
    {
        // What is kept goes with the next awaited write.
    }

    public override async Task FlushAsync(CancellationToken cancellationToken)
    {
        await PassOnAsync(cancellationToken);
        await target.FlushAsync(cancellationToken);
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    private async Task PassOnAsync(CancellationToken cancellationToken)
    {
        if (_kept.Length > 0)
        {
            await target.WriteAsync(_kept.GetBuffer().AsMemory(0, (int)_kept.Length), cancellationToken);
            _kept.SetLength(0);
        }
    }
}
