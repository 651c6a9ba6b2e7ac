using System.Security.Cryptography;
using System.Text;

namespace Middeck.Studio.Channels.Bots.Feishu;

/// <summary>
/// How Feishu encrypts and signs events
/// (https://open.feishu.cn/document/server-docs/event-subscription-guide/event-subscription-configure-/encrypt-key-encryption-configuration-case):
/// AES-256-CBC with the SHA-256 of the Encrypt Key, the IV before the ciphertext; the signature is the SHA-256 of timestamp, nonce,
/// Encrypt Key and body.
/// </summary>
internal static class FeishuCipher
{
    private const int BlockLength = 16;

    /// <summary>Hexadecimal.</summary>
    public static string Sign(string timestamp, string nonce, string encryptKey, ReadOnlySpan<byte> body)
    {
        byte[] signed = [.. Encoding.UTF8.GetBytes($"{timestamp}{nonce}{encryptKey}"), .. body];
        return Convert.ToHexStringLower(SHA256.HashData(signed));
    }

    /// <summary>The event inside; null when it is not of this key.</summary>
    public static byte[]? Decrypt(string encryptKey, string encrypted)
    {
        var bytes = new byte[encrypted.Length];
        if (!Convert.TryFromBase64String(encrypted, bytes, out var length) || length <= BlockLength || length % BlockLength != 0)
        {
            return null;
        }

        using var aes = Aes.Create();
        aes.Key = SHA256.HashData(Encoding.UTF8.GetBytes(encryptKey));
        try
        {
            return aes.DecryptCbc(bytes.AsSpan(BlockLength, length - BlockLength), bytes.AsSpan(0, BlockLength));
        }
        catch (CryptographicException)
        {
            // Another key leaves no proper end.
            return null;
        }
    }
}
