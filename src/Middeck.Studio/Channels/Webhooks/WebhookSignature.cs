using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Middeck.Studio.Channels.Webhooks;

/// <summary>
/// Signs calls as Standard Webhooks does it (https://github.com/standard-webhooks/standard-webhooks, spec/standard-webhooks.md):
/// HMAC-SHA256 over <c>id.timestamp.body</c> with the bytes behind <c>whsec_</c>, in base64 behind <c>v1,</c>.
/// </summary>
internal static class WebhookSignature
{
    private const string Prefix = "whsec_";
    private const int SecretLength = 32;

    /// <summary>A new secret: <c>whsec_</c> and 32 random bytes in base64.</summary>
    public static string NewSecret() => Prefix + Convert.ToBase64String(RandomNumberGenerator.GetBytes(SecretLength));

    /// <param name="secret"><c>whsec_…</c>.</param>
    /// <param name="id">The header <c>webhook-id</c>.</param>
    /// <param name="timestamp">The header <c>webhook-timestamp</c>, in seconds since 1970.</param>
    /// <param name="body">The body, byte for byte.</param>
    /// <returns><c>v1,…</c>, one of those that the header <c>webhook-signature</c> holds with spaces between them.</returns>
    public static string Of(string secret, string id, long timestamp, ReadOnlySpan<byte> body)
    {
        byte[] signed =
        [
            .. Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{id}.{timestamp}.")), .. body,
        ];
        return $"v1,{Convert.ToBase64String(HMACSHA256.HashData(Convert.FromBase64String(secret[Prefix.Length..]), signed))}";
    }
}
