using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Middeck.Studio.Channels.Bots.Wecom;

/// <summary>
/// How WeCom signs and encrypts callbacks (https://developer.work.weixin.qq.com/document/path/90968): SHA-1 over the sorted token,
/// timestamp, nonce and ciphertext; AES-256-CBC whose IV is the key's first half, padded to 32 bytes, around
/// <c>random(16) length(4, big endian) message receiver</c>.
/// </summary>
internal static class WecomCipher
{
    private const int RandomLength = 16;
    private const int PaddedTo = 32;

    /// <summary>Hexadecimal.</summary>
    public static string Sign(string token, string timestamp, string nonce, string encrypted)
    {
        string[] parts = [token, timestamp, nonce, encrypted];
        Array.Sort(parts, StringComparer.Ordinal);
#pragma warning disable CA5350 // The protocol's own; what is signed is encrypted as well.
        return Convert.ToHexStringLower(SHA1.HashData(Encoding.UTF8.GetBytes(string.Concat(parts))));
#pragma warning restore CA5350
    }

    /// <summary>The message inside; null when it is not of this key or for another receiver.</summary>
    /// <param name="encodingKey">43 letters, the base64 of 32 bytes without its end.</param>
    /// <param name="receiver">The company's id.</param>
    /// <param name="encrypted">Base64.</param>
    public static string? Decrypt(string encodingKey, string receiver, string encrypted)
    {
        var bytes = new byte[encrypted.Length];
        if (!Convert.TryFromBase64String(encrypted, bytes, out var length) || length == 0 || length % PaddedTo != 0)
        {
            return null;
        }

        var key = KeyOf(encodingKey);
        using var aes = Aes.Create();
        aes.Key = key;
        var plain = aes.DecryptCbc(bytes.AsSpan(0, length), key.AsSpan(0, 16), PaddingMode.None);
        return Unwrap(plain, receiver);
    }

    /// <summary>The 32 bytes.</summary>
    public static byte[] KeyOf(string encodingKey) => Convert.FromBase64String($"{encodingKey}=");

    private static string? Unwrap(ReadOnlySpan<byte> plain, string receiver)
    {
        var padding = plain[^1];
        if (padding is < 1 or > PaddedTo || plain.Length - padding < RandomLength + 4)
        {
            return null;
        }

        var content = plain[RandomLength..^padding];
        var length = BinaryPrimitives.ReadUInt32BigEndian(content);
        var rest = content[4..];
        return length <= rest.Length && Encoding.UTF8.GetString(rest[(int)length..]) == receiver
            ? Encoding.UTF8.GetString(rest[..(int)length])
            : null;
    }
}
