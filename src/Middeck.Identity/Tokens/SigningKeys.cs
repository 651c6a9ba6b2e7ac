using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;
using Middeck.Storage.Secrets;
using Middeck.Storage.Sql;

namespace Middeck.Identity.Tokens;

/// <summary>
/// The keys that this installation signs with. One secret is made at first start and kept encrypted in the database, so all
/// nodes have the same; each use has its own key, derived by HKDF (RFC 5869).
/// </summary>
internal sealed class SigningKeys(
    Database database, ISecretVault vault, IOptions<IdentityOptions> options, TimeProvider clock)
{
    private const string Name = "signing";
    private const string Purpose = "identity.signing_secret/signing";
    private const int Length = 32;

    private byte[]? _accessToken;
    private byte[]? _url;

    /// <summary>For access tokens: the configured secret as it is, so that other programs can check them, or our own.</summary>
    public byte[] AccessToken => _accessToken ?? throw NotLoaded();

    /// <summary>For signed addresses.</summary>
    public byte[] Url => _url ?? throw NotLoaded();

    /// <summary>Reads the secret, or makes it. Called once before the server listens.</summary>
    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        var draft = vault.Encrypt(Convert.ToBase64String(RandomNumberGenerator.GetBytes(Length)), Purpose);
        // Of two nodes that start at once the first one's secret stays, and both read it back.
        await database.ExecuteAsync(
            $"""
            INSERT INTO identity.signing_secret (name, ciphertext, created_at) VALUES ({Name}, {draft}, {clock.GetUtcNow()})
            ON CONFLICT (name) DO NOTHING
            """,
            cancellationToken);
        var stored = await database.ScalarAsync<string>(
            $"SELECT ciphertext FROM identity.signing_secret WHERE name = {Name}", cancellationToken);
        var secret = Convert.FromBase64String(vault.Decrypt(stored!, Purpose));

        _accessToken = options.Value.JwtAccessSecret.Length > 0
            ? Encoding.UTF8.GetBytes(options.Value.JwtAccessSecret)
            : Derive(secret, "access token");
        _url = Derive(secret, "url");
    }

    private static byte[] Derive(byte[] secret, string use)
        => HKDF.DeriveKey(HashAlgorithmName.SHA256, secret, Length, info: Encoding.UTF8.GetBytes($"middeck {use}"));

    private static InvalidOperationException NotLoaded()
        => new("The signing keys are not loaded: BootstrapIdentityAsync must run before the server listens.");
}
