using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;

namespace Middeck.Storage.Secrets;

/// <summary>AES-256-GCM (NIST SP 800-38D) with a random 96-bit nonce; the purpose is the associated data.</summary>
internal sealed class SecretVault(IOptions<SecretVaultOptions> options) : ISecretVault
{
    private const int NonceLength = 12;
    private const int TagLength = 16;

    private readonly Lazy<MasterKey> _key = new(() => MasterKey.Load(options.Value));

    public string Encrypt(string secret, string purpose)
    {
        var plain = Encoding.UTF8.GetBytes(secret);
        var sealedBytes = new byte[NonceLength + plain.Length + TagLength];
        var nonce = sealedBytes.AsSpan(0, NonceLength);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(_key.Value.Bytes, TagLength);
        aes.Encrypt(
            nonce,
            plain,
            sealedBytes.AsSpan(NonceLength, plain.Length),
            sealedBytes.AsSpan(NonceLength + plain.Length),
            Encoding.UTF8.GetBytes(purpose));
        return $"v1.{_key.Value.Id}.{Base64Url.EncodeToString(sealedBytes)}";
    }

    public string Decrypt(string ciphertext, string purpose)
    {
        if (ciphertext.Split('.') is not ["v1", var keyId, var body])
        {
            throw new CryptographicException("The ciphertext is not in a known form.");
        }

        if (keyId != _key.Value.Id)
        {
            throw new CryptographicException(
                $"The secret was encrypted with master key {keyId}; this installation has {_key.Value.Id}.");
        }

        var sealedBytes = Base64Url.DecodeFromChars(body);
        if (sealedBytes.Length < NonceLength + TagLength)
        {
            throw new CryptographicException("The ciphertext is cut off.");
        }

        var plain = new byte[sealedBytes.Length - NonceLength - TagLength];
        using var aes = new AesGcm(_key.Value.Bytes, TagLength);
        aes.Decrypt(
            sealedBytes.AsSpan(0, NonceLength),
            sealedBytes.AsSpan(NonceLength, plain.Length),
            sealedBytes.AsSpan(NonceLength + plain.Length),
            plain,
            Encoding.UTF8.GetBytes(purpose));
        return Encoding.UTF8.GetString(plain);
    }
}
