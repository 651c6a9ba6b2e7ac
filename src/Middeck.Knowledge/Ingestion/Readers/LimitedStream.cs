using Middeck.Knowledge.Documents;

namespace Middeck.Knowledge.Ingestion.Readers;

/// <summary>What comes out of an archive, refused at the byte that is one too many, whatever the archive says of its length.</summary>
internal sealed class LimitedStream(Stream inner, long max) : ForwardStream
{
    private long _read;

    // The readers of XML and of zipped books ask for it.
    public override int Read(byte[] buffer, int offset, int count) => Count(inner.Read(buffer, offset, count));

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        => Count(await inner.ReadAsync(buffer, cancellationToken));

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
    }

    private int Count(int read)
    {
        _read += read;
        return _read <= max ? read : throw OfficeContainer.TooLarge();
    }
}
