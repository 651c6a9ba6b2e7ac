using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Middeck.Identity.Tokens;

/// <summary>Random texts that open something. Only their SHA-256 is stored: 256 random bits need no slow hash.</summary>
internal static class SecretToken
{
    /// <summary>32 random bytes as 43 base64url characters.</summary>
    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    public static byte[] Hash(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));
}
