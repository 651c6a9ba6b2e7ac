using Middeck.Operations.Backup.Manifests;

namespace Middeck.Operations.Backup.Encryption;

/// <summary>Chooses how backups are sealed and opened.</summary>
internal static class Ciphers
{
    /// <summary>For a new backup.</summary>
    /// <param name="request">What was asked for.</param>
    /// <param name="options">What counts where nothing was asked for.</param>
    /// <param name="earlier">The target's backups, the newest first: a passphrase that sealed one of them keeps its salt.</param>
    /// <param name="cancellationToken">Stops the check of the recipient.</param>
    public static async Task<IBackupCipher> ToSealAsync(
        BackupRequest request, BackupOptions options, IEnumerable<BackupManifest> earlier, CancellationToken cancellationToken)
    {
        if (request is { PassphraseFile.Length: > 0, Recipient.Length: > 0 })
        {
            throw new RefusedException(ExitCode.Usage, BackupMessages.PassphraseOrRecipient());
        }

        var recipient = request.Recipient ?? (request.PassphraseFile is null ? options.Recipient : "");
        if (recipient.Length > 0)
        {
            var age = new AgeCipher(recipient, identityFile: "");
            await age.CheckAsync(cancellationToken);
            return age;
        }

        return (request.PassphraseFile ?? options.PassphraseFile) is { Length: > 0 } file
            ? OfPassphrase(PassphraseFiles.Read(file), earlier)
            : new PlainCipher();
    }

    /// <summary>For what is there.</summary>
    /// <exception cref="RefusedException">The key is missing or another.</exception>
    public static IBackupCipher ToOpen(BackupManifest manifest, BackupRequest request, BackupOptions options)
    {
        switch (manifest.Encryption.Method)
        {
            case "none":
                return new PlainCipher();
            case "age":
                return new AgeCipher(manifest.Encryption.Recipient ?? "", request.IdentityFile ?? options.IdentityFile);
            default:
                var file = request.PassphraseFile ?? options.PassphraseFile;
                if (file.Length == 0)
                {
                    throw new RefusedException(ExitCode.BackupKey, BackupMessages.PassphraseNeeded(manifest.Name));
                }

                var cipher = new PassphraseCipher(PassphraseFiles.Read(file), SaltOf(manifest));
                return cipher.PoolId == manifest.Encryption.PoolId
                    ? cipher
                    : throw new RefusedException(ExitCode.BackupKey, BackupMessages.WrongPassphrase(manifest.Name));
        }
    }

    /// <summary>Whether a key to open it was named.</summary>
    public static bool HasKey(BackupManifest manifest, BackupRequest request, BackupOptions options)
        => manifest.Encryption.Method switch
        {
            "none" => true,
            "age" => (request.IdentityFile ?? options.IdentityFile).Length > 0,
            _ => (request.PassphraseFile ?? options.PassphraseFile).Length > 0,
        };

    private static PassphraseCipher OfPassphrase(string passphrase, IEnumerable<BackupManifest> earlier)
    {
        if (earlier.FirstOrDefault(manifest => manifest.Encryption.Method == "passphrase") is { } last)
        {
            var known = new PassphraseCipher(passphrase, SaltOf(last));
            if (known.PoolId == last.Encryption.PoolId)
            {
                return known;
            }
        }

        return new PassphraseCipher(passphrase, salt: null);
    }

    private static byte[] SaltOf(BackupManifest manifest)
    {
        var salt = new byte[PassphraseKey.SaltLength];
        return Convert.FromHexString(manifest.Encryption.Salt ?? "", salt, out _, out var length) == 0 && length == salt.Length
            ? salt
            : throw new RefusedException(
                ExitCode.BackupDamaged, BackupMessages.PartAltered(manifest.Name, BackupShelf.ManifestFile));
    }
}
