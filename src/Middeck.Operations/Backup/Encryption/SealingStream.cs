using System.Security.Cryptography;
using Middeck.Operations.Backup.Targets;

namespace Middeck.Operations.Backup.Encryption;

/// <summary>Seals what is written; see <see cref="SealedHeader"/> for the form.</summary>
internal sealed class SealingStream(Stream inner, SealedHeader header, byte[] key) : WriteOnlyStream
{
    private readonly AesGcm _aes = new(key, SealedHeader.TagSize);
    private readonly byte[] _header = header.ToBytes();
    private readonly byte[] _plain = new byte[SealedHeader.ChunkSize];
    private readonly byte[] _sealed = new byte[SealedHeader.ChunkSize + SealedHeader.TagSize];
    private int _filled;
    private long _chunk;

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        while (!buffer.IsEmpty)
        {
            // A full chunk waits for the next byte: only then it is known not to be the last.
            if (_filled == _plain.Length)
            {
                await SealAsync(isLast: false, cancellationToken);
            }

            var taken = Math.Min(buffer.Length, _plain.Length - _filled);
            buffer[..taken].CopyTo(_plain.AsMemory(_filled));
            _filled += taken;
            buffer = buffer[taken..];
        }
    }

    /// <summary>Writes the last chunk; without it the file counts as cut off.</summary>
    public ValueTask FinishAsync(CancellationToken cancellationToken) => SealAsync(isLast: true, cancellationToken);

    protected override void Dispose(bool disposing)
    {
        _aes.Dispose();
        base.Dispose(disposing);
    }

    private async ValueTask SealAsync(bool isLast, CancellationToken cancellationToken)
    {
        if (_chunk == 0)
        {
            await inner.WriteAsync(_header, cancellationToken);
        }

        Encrypt(isLast);
        await inner.WriteAsync(_sealed.AsMemory(0, _filled + SealedHeader.TagSize), cancellationToken);
        _chunk++;
        _filled = 0;
    }

    private void Encrypt(bool isLast)
    {
        Span<byte> nonce = stackalloc byte[12];
        SealedHeader.Nonce(nonce, _chunk, isLast);
        _aes.Encrypt(
            nonce, _plain.AsSpan(0, _filled), _sealed.AsSpan(0, _filled), _sealed.AsSpan(_filled, SealedHeader.TagSize), _header);
    }
}
