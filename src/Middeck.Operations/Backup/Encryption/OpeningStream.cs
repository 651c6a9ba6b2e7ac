using System.Security.Cryptography;
using Middeck.Operations.Backup.Targets;

namespace Middeck.Operations.Backup.Encryption;

/// <summary>Reads what <see cref="SealingStream"/> wrote. A chunk is handed out only after its tag was checked.</summary>
internal sealed class OpeningStream : ReadOnlyStream
{
    private readonly Stream _inner;
    private readonly AesGcm _aes;
    private readonly byte[] _header;
    private readonly byte[] _plain = new byte[SealedHeader.ChunkSize];
    private byte[] _current = new byte[SealedHeader.ChunkSize + SealedHeader.TagSize];
    private byte[] _next = new byte[SealedHeader.ChunkSize + SealedHeader.TagSize];
    private int _nextLength = -1;
    private int _position;
    private int _filled;
    private long _chunk;
    private bool _ended;

    public OpeningStream(Stream inner, SealedHeader header, byte[] key)
    {
        _inner = inner;
        _header = header.ToBytes();
        _aes = new AesGcm(key, SealedHeader.TagSize);
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        while (_position == _filled && !_ended)
        {
            await OpenChunkAsync(cancellationToken);
        }

        var taken = Math.Min(buffer.Length, _filled - _position);
        _plain.AsMemory(_position, taken).CopyTo(buffer);
        _position += taken;
        return taken;
    }

    protected override void Dispose(bool disposing)
    {
        _aes.Dispose();
        base.Dispose(disposing);
    }

    // One chunk ahead: the last is the one after which nothing comes.
    private async Task OpenChunkAsync(CancellationToken cancellationToken)
    {
        if (_nextLength < 0)
        {
            _nextLength = await ReadChunkAsync(_next, cancellationToken);
        }

        (_current, _next) = (_next, _current);
        var length = _nextLength;
        _nextLength = length == _current.Length ? await ReadChunkAsync(_next, cancellationToken) : 0;
        _ended = _nextLength == 0;
        if (length < SealedHeader.TagSize)
        {
            throw new DamagedFileException("it is cut off");
        }

        Decrypt(length - SealedHeader.TagSize);
    }

    private async Task<int> ReadChunkAsync(byte[] buffer, CancellationToken cancellationToken)
        => await _inner.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken);

    private void Decrypt(int length)
    {
        Span<byte> nonce = stackalloc byte[12];
        SealedHeader.Nonce(nonce, _chunk, _ended);
        try
        {
            _aes.Decrypt(
                nonce, _current.AsSpan(0, length), _current.AsSpan(length, SealedHeader.TagSize), _plain.AsSpan(0, length), _header);
        }
        catch (AuthenticationTagMismatchException ex)
        {
            throw new DamagedFileException(
                _ended ? "it is cut off or altered, or the passphrase is another" : "it was altered, or the passphrase is another", ex);
        }

        _chunk++;
        _position = 0;
        _filled = length;
    }
}
