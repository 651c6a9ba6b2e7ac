using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Middeck.Operations.Backup.Encryption;

/// <summary>
/// The first 68 bytes of a file that a passphrase seals, and the numbers of its chunks. After the header come chunks of
/// 256 KiB, each followed by its 16 bytes of AES-256-GCM's tag; the last one is shorter or empty. A chunk's nonce is its number
/// (8 bytes, big-endian), three zeros and a 1 in the last chunk, so that none can be dropped, moved or added (the STREAM
/// construction of Hoang, Reyhanitabar, Rogaway and Vizár). The header is authenticated with each chunk.
/// </summary>
/// <param name="Salt">16 bytes, of the passphrase's key.</param>
/// <param name="Iterations">Of PBKDF2.</param>
/// <param name="FileSalt">32 random bytes: each file has a key of its own, so that nonces never meet.</param>
internal sealed record SealedHeader(byte[] Salt, int Iterations, byte[] FileSalt)
{
    public const int Length = 68;
    public const int ChunkSize = 256 * 1024;
    public const int TagSize = 16;

    // MDKSEAL1 | iterations | chunk size | 4 zeros | 16 bytes of salt | 32 bytes of file salt
    private static ReadOnlySpan<byte> Magic => "MDKSEAL1"u8;

    public static SealedHeader New(PassphraseKey key)
        => new(key.Salt, key.RoundCount, RandomNumberGenerator.GetBytes(32));

    public byte[] ToBytes()
    {
        var bytes = new byte[Length];
        Magic.CopyTo(bytes);
        BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(8), Iterations);
        BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(12), ChunkSize);
        Salt.CopyTo(bytes, 20);
        FileSalt.CopyTo(bytes, 36);
        return bytes;
    }

    /// <exception cref="DamagedFileException">It is no header of ours.</exception>
    public static SealedHeader Parse(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < Length || !bytes.StartsWith(Magic))
        {
            throw new DamagedFileException("it does not begin as a sealed file does");
        }

        var iterations = BinaryPrimitives.ReadInt32BigEndian(bytes[8..]);
        return iterations is > 0 and <= PassphraseKey.MostIterations && BinaryPrimitives.ReadInt32BigEndian(bytes[12..]) == ChunkSize
            ? new SealedHeader(bytes[20..36].ToArray(), iterations, bytes[36..68].ToArray())
            : throw new DamagedFileException("its header was altered");
    }

    public static void Nonce(Span<byte> nonce, long chunk, bool isLast)
    {
        nonce.Clear();
        BinaryPrimitives.WriteInt64BigEndian(nonce, chunk);
        nonce[11] = isLast ? (byte)1 : (byte)0;
    }
}
