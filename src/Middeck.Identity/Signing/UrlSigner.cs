using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Middeck.Identity.Tokens;

namespace Middeck.Identity.Signing;

internal sealed class UrlSigner(SigningKeys keys, TimeProvider clock) : IUrlSigner
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);

    public string Sign(Guid workspaceId, string path)
    {
        var expires = clock.GetUtcNow().Add(Lifetime).ToUnixTimeSeconds();
        var signature = Base64Url.EncodeToString(Compute(workspaceId, path, expires));
        return $"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}ws={workspaceId}&exp={expires}&sig={signature}";
    }

    public bool Verify(Guid workspaceId, string path, long expires, string signature)
    {
        Span<byte> given = stackalloc byte[HMACSHA256.HashSizeInBytes];
        return Base64Url.IsValid(signature)
            && Base64Url.TryDecodeFromChars(signature, given, out var length)
            && length == HMACSHA256.HashSizeInBytes
            && CryptographicOperations.FixedTimeEquals(given, Compute(workspaceId, path, expires))
            && clock.GetUtcNow().ToUnixTimeSeconds() < expires;
    }

    // The line feed cannot be part of a path, so no two inputs give the same text.
    private byte[] Compute(Guid workspaceId, string path, long expires)
        => HMACSHA256.HashData(keys.Url, Encoding.UTF8.GetBytes($"{workspaceId}\n{expires}\n{path}"));
}
