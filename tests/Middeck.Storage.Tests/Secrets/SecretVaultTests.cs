using System.Security.Cryptography;
using Microsoft.Extensions.Options;
using Middeck.Storage.Secrets;

namespace Middeck.Storage.Tests.Secrets;

public sealed class SecretVaultTests : IDisposable
{
    private readonly DirectoryInfo _home = Directory.CreateTempSubdirectory("middeck-vault-");

    [Fact]
    public void A_secret_comes_back_for_the_same_purpose()
    {
        var vault = Vault();

        var ciphertext = vault.Encrypt("sk-秘密", "models.provider/1");

        Assert.DoesNotContain("sk-", ciphertext, StringComparison.Ordinal);
        Assert.Equal("sk-秘密", Vault().Decrypt(ciphertext, "models.provider/1"));
        Assert.NotEqual(ciphertext, vault.Encrypt("sk-秘密", "models.provider/1"));
    }

    [Fact]
    public void Another_purpose_an_altered_text_and_another_key_are_refused()
    {
        var ciphertext = Vault().Encrypt("secret", "a");
        var altered = ciphertext[..^2] + (ciphertext[^2] == 'A' ? 'B' : 'A') + ciphertext[^1];

        Assert.ThrowsAny<CryptographicException>(() => Vault().Decrypt(ciphertext, "b"));
        Assert.ThrowsAny<CryptographicException>(() => Vault().Decrypt(altered, "a"));
        Assert.ThrowsAny<CryptographicException>(() => Vault("other").Decrypt(ciphertext, "a"));
    }

    [Fact]
    public void The_key_file_is_made_once_and_is_for_its_owner_only()
    {
        var file = Path.Combine(_home.FullName, "keys", "master");
        var ciphertexts = new string[8];

        Parallel.For(0, ciphertexts.Length, i => ciphertexts[i] = Vault().Encrypt("secret", "a"));

        Assert.All(ciphertexts, text => Assert.Equal("secret", Vault().Decrypt(text, "a")));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        Assert.Single(Directory.GetFiles(Path.GetDirectoryName(file)!));
    }

    [Fact]
    public void A_cut_off_key_file_says_so_instead_of_being_replaced()
    {
        var file = Path.Combine(Directory.CreateDirectory(Path.Combine(_home.FullName, "keys")).FullName, "master");
        File.WriteAllBytes(file, new byte[31]);

        var refusal = Assert.Throws<InvalidOperationException>(() => Vault().Encrypt("secret", "a"));

        Assert.Contains("31 bytes instead of 32", refusal.Message, StringComparison.Ordinal);
    }

    public void Dispose() => _home.Delete(recursive: true);

    private SecretVault Vault(string name = "master") => new(Options.Create(
        new SecretVaultOptions { KeyFile = Path.Combine(_home.FullName, "keys", name) }));
}
