using System.Security.Cryptography;
using Middeck.Storage.Secrets;

namespace Middeck.Studio.Tests.Fakes;

/// <summary>A vault whose ciphertexts can be told from secrets, and that gives a secret back for its purpose alone.</summary>
internal sealed class SealedVault : ISecretVault
{
    public string Encrypt(string secret, string purpose)
        => $"sealed|{purpose}|{Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(secret))}";

    public string Decrypt(string ciphertext, string purpose)
        => ciphertext.Split('|') is ["sealed", var bound, var body] && bound == purpose
            ? System.Text.Encoding.UTF8.GetString(Convert.FromBase64String(body))
            : throw new CryptographicException("Another purpose.");
}
