namespace Middeck.Storage.Secrets;

/// <summary>Encrypts what must not lie in the database as it is: provider keys, tokens, passwords of upstreams.</summary>
public interface ISecretVault
{
    /// <summary>Encrypts with AES-256-GCM under the master key.</summary>
    /// <param name="secret">The plain text.</param>
    /// <param name="purpose">Bound to the ciphertext, such as <c>models.provider/{id}</c>; the same is needed to decrypt.</param>
    /// <returns><c>v1.{key id}.{base64url of nonce, ciphertext and tag}</c>.</returns>
    string Encrypt(string secret, string purpose);

    /// <summary>Decrypts what <see cref="Encrypt"/> made.</summary>
    /// <exception cref="System.Security.Cryptography.CryptographicException">Altered, of another purpose, or of a key that is not here.</exception>
    string Decrypt(string ciphertext, string purpose);
}
