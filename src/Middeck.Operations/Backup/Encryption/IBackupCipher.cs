namespace Middeck.Operations.Backup.Encryption;

/// <summary>How the files of a backup are sealed.</summary>
internal interface IBackupCipher
{
    /// <summary>The method's name in manifests: <c>none</c>, <c>passphrase</c> or <c>age</c>.</summary>
    string Method { get; }

    /// <summary>What sealed files end with, such as <c>.age</c>.</summary>
    string Ending { get; }

    /// <summary>Tells the objects of one key from those of another: <c>plain</c>, <c>pass-…</c> or <c>age-…</c>.</summary>
    string PoolId { get; }

    /// <summary>Seals what is written.</summary>
    /// <param name="sealedContent">Gets the sealed bytes.</param>
    /// <param name="write">Writes the plain ones.</param>
    /// <param name="cancellationToken">Stops it.</param>
    Task SealAsync(Stream sealedContent, Func<Stream, CancellationToken, Task> write, CancellationToken cancellationToken);

    /// <summary>Opens what was sealed.</summary>
    /// <param name="sealedContent">The sealed bytes.</param>
    /// <param name="read">Reads the plain ones; they count only when this method has returned.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="DamagedFileException">The bytes are not what was sealed, or the key is another.</exception>
    Task OpenAsync(Stream sealedContent, Func<Stream, CancellationToken, Task> read, CancellationToken cancellationToken);
}
