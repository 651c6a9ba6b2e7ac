using System.Buffers;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Options;
using Middeck.Core.Identifiers;

namespace Middeck.Identity.Tokens;

/// <summary>
/// JSON Web Tokens (RFC 7519) signed with HMAC-SHA256. Stands in for Microsoft.IdentityModel, which does not restore here.
/// The algorithm is pinned: the header's <c>alg</c> is compared, never obeyed.
/// </summary>
internal sealed class AccessTokens(SigningKeys keys, IOptions<IdentityOptions> options, TimeProvider clock)
{
    public const string Issuer = "middeck";
    public const string Audience = "middeck";

    // Ours have about 400 characters. What is longer is not worth a hash.
    private const int MaxLength = 4096;
    private const int LeewaySeconds = 60;

    private static readonly SearchValues<char> Alphabet = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_");

    private static readonly string Header = Base64Url.EncodeToString("""{"alg":"HS256","typ":"JWT"}"""u8);

    public string Issue(Guid userId, Guid sessionId)
    {
        var now = clock.GetUtcNow().ToUnixTimeSeconds();
        var payload = JsonSerializer.SerializeToUtf8Bytes(new Dictionary<string, object>
        {
            ["iss"] = Issuer,
            ["aud"] = Audience,
            ["sub"] = userId,
            ["sid"] = sessionId,
            ["jti"] = Ids.New(clock),
            ["iat"] = now,
            ["nbf"] = now,
            ["exp"] = now + options.Value.AccessTokenSeconds,
        });
        var signed = $"{Header}.{Base64Url.EncodeToString(payload)}";
        return $"{signed}.{Base64Url.EncodeToString(Sign(signed))}";
    }

    /// <summary>Checks a token. <paramref name="refusal"/> is a sentence for the caller that gives nothing away.</summary>
    public bool TryRead(string token, out AccessTokenClaims claims, out string refusal)
    {
        claims = default;
        refusal = "The access token is not valid.";
        if (token.Length > MaxLength || token.Split('.') is not [var header, var payload, var signature])
        {
            return false;
        }

        Span<byte> given = stackalloc byte[HMACSHA256.HashSizeInBytes];
        if (!TryDecode(signature, given, out var length)
            || length != HMACSHA256.HashSizeInBytes
            || !CryptographicOperations.FixedTimeEquals(given, Sign($"{header}.{payload}")))
        {
            return false;
        }

        var headerBytes = new byte[header.Length];
        var payloadBytes = new byte[payload.Length];
        if (!TryDecode(header, headerBytes, out var headerLength)
            || !TryDecode(payload, payloadBytes, out var payloadLength))
        {
            return false;
        }

        try
        {
            using var head = JsonDocument.Parse(headerBytes.AsMemory(0, headerLength));
            using var body = JsonDocument.Parse(payloadBytes.AsMemory(0, payloadLength));
            return IsOurs(head.RootElement, body.RootElement)
                && IsCurrent(body.RootElement, ref refusal)
                && TryReadClaims(body.RootElement, out claims);
        }
        catch (Exception ex) when (ex is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            // Signed with our key and yet not ours: some other program shares the configured secret.
            return false;
        }
    }

    private static bool IsOurs(JsonElement header, JsonElement body)
        => header.GetProperty("alg").GetString() == "HS256"
            && !header.TryGetProperty("crit", out _)
            && body.GetProperty("iss").GetString() == Issuer
            && IsAudience(body.GetProperty("aud"));

    private static bool IsAudience(JsonElement audience)
        => audience.ValueKind == JsonValueKind.Array
            ? audience.EnumerateArray().Any(one => one.GetString() == Audience)
            : audience.GetString() == Audience;

    private bool IsCurrent(JsonElement body, ref string refusal)
    {
        var now = clock.GetUtcNow().ToUnixTimeSeconds();
        if (!body.GetProperty("exp").TryGetInt64(out var expires)
            || !body.GetProperty("nbf").TryGetInt64(out var notBefore)
            || !body.GetProperty("iat").TryGetInt64(out var issued))
        {
            return false;
        }

        if (now - LeewaySeconds >= expires)
        {
            refusal = "The access token has expired. Refresh it or sign in again.";
            return false;
        }

        return notBefore <= now + LeewaySeconds && issued <= now + LeewaySeconds;
    }

    private static bool TryReadClaims(JsonElement body, out AccessTokenClaims claims)
    {
        claims = default;
        if (!body.GetProperty("sub").TryGetGuid(out var user)
            || !body.GetProperty("sid").TryGetGuid(out var session)
            || body.GetProperty("jti").GetString() is null)
        {
            return false;
        }

        claims = new AccessTokenClaims(user, session);
        return true;
    }

    private static bool TryDecode(string text, Span<byte> bytes, out int written)
    {
        written = 0;
        // Base64Url itself tolerates white space and padding, which RFC 7515 does not, and throws at wrong lengths.
        return text.AsSpan().IndexOfAnyExcept(Alphabet) < 0
            && Base64Url.IsValid(text)
            && Base64Url.TryDecodeFromChars(text, bytes, out written);
    }

    private byte[] Sign(string text) => HMACSHA256.HashData(keys.AccessToken, Encoding.UTF8.GetBytes(text));
}
