using System.Security.Cryptography;

namespace Middeck.Operations.Backup.Encryption;

/// <summary>AES-256-GCM with a key from a passphrase.</summary>
internal sealed class PassphraseCipher : IBackupCipher
{
    private readonly string _passphrase;
    private readonly Dictionary<string, PassphraseKey> _keys = [];
    private readonly Lock _gate = new();
    private readonly PassphraseKey _own;

    /// <summary>Makes the key.</summary>
    /// <param name="passphrase">Not empty.</param>
    /// <param name="salt">That of earlier backups, so that the objects that they hold need not be sealed again; null for a new one.</param>
    public PassphraseCipher(string passphrase, byte[]? salt)
    {
        _passphrase = passphrase;
        _own = KeyOf(salt ?? RandomNumberGenerator.GetBytes(PassphraseKey.SaltLength), PassphraseKey.Iterations);
    }

    public string Method => "passphrase";

    public string Ending => ".sealed";

    public string PoolId => _own.Id;

    public byte[] Salt => _own.Salt;

    public async Task SealAsync(
        Stream sealedContent, Func<Stream, CancellationToken, Task> write, CancellationToken cancellationToken)
    {
        var header = SealedHeader.New(_own);
        await using var sealing = new SealingStream(sealedContent, header, _own.OfFile(header.FileSalt));
        await write(sealing, cancellationToken);
        await sealing.FinishAsync(cancellationToken);
    }

    public async Task OpenAsync(
        Stream sealedContent, Func<Stream, CancellationToken, Task> read, CancellationToken cancellationToken)
    {
        var first = new byte[SealedHeader.Length];
        var length = await sealedContent.ReadAtLeastAsync(first, first.Length, throwOnEndOfStream: false, cancellationToken);
        var header = SealedHeader.Parse(first.AsSpan(0, length));
        await using var opening = new OpeningStream(
            sealedContent, header, KeyOf(header.Salt, header.Iterations).OfFile(header.FileSalt));
        await read(opening, cancellationToken);
        // What was not wanted is checked all the same.
        await opening.CopyToAsync(Stream.Null, cancellationToken);
    }

    private PassphraseKey KeyOf(byte[] salt, int iterations)
    {
        var name = $"{Convert.ToHexString(salt)} {iterations}";
        lock (_gate)
        {
            if (!_keys.TryGetValue(name, out var key))
            {
                key = new PassphraseKey(_passphrase, salt, iterations);
                _keys.Add(name, key);
            }

            return key;
        }
    }
}
