using System.Security.Cryptography;
using System.Text;

namespace Middeck.Operations.Backup.Encryption;

/// <summary>The key that a passphrase and a salt give: PBKDF2 with SHA-256, slow on purpose, so it is made once for many files.</summary>
internal sealed class PassphraseKey
{
    public const int SaltLength = 16;

    // OWASP's Password Storage Cheat Sheet, 2023, for PBKDF2-HMAC-SHA256.
    public const int Iterations = 600_000;

    // A header may claim any number; past this it is no header of ours but an attempt to keep us busy.
    public const int MostIterations = 10_000_000;

    private readonly byte[] _master;

    public PassphraseKey(string passphrase, ReadOnlySpan<byte> salt, int iterations)
    {
        Salt = salt.ToArray();
        RoundCount = iterations;
        _master = Rfc2898DeriveBytes.Pbkdf2(
            Encoding.UTF8.GetBytes(passphrase.Normalize()), salt, iterations, HashAlgorithmName.SHA256, 32);
        Id = $"pass-{Convert.ToHexStringLower(Derive([], "middeck backup id").AsSpan(0, 6))}";
    }

    public byte[] Salt { get; }

    public int RoundCount { get; }

    /// <summary>Tells keys apart without telling anything about them.</summary>
    public string Id { get; }

    /// <summary>The 32 bytes that one file is sealed with.</summary>
    public byte[] OfFile(ReadOnlySpan<byte> fileSalt) => Derive(fileSalt.ToArray(), "middeck backup file");

    private byte[] Derive(byte[] salt, string purpose)
        => HKDF.DeriveKey(HashAlgorithmName.SHA256, _master, 32, salt, Encoding.ASCII.GetBytes(purpose));
}
