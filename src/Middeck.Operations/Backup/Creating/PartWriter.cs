using Middeck.Operations.Backup.Encryption;
using Middeck.Operations.Backup.Manifests;
using Middeck.Operations.Backup.Targets;

namespace Middeck.Operations.Backup.Creating;

/// <summary>Writes the files of one backup and remembers their sizes and sums.</summary>
internal sealed class PartWriter(IBackupTarget target, string folder, IBackupCipher cipher)
{
    private readonly List<BackupPart> _written = [];

    public IReadOnlyList<BackupPart> Written => _written;

    /// <summary>Writes a sealed file.</summary>
    /// <param name="name">What it holds.</param>
    /// <param name="file">Its name before it is sealed.</param>
    /// <param name="write">Writes the plain content.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public Task WriteAsync(
        string name, string file, Func<Stream, CancellationToken, Task> write, CancellationToken cancellationToken)
        => WriteFileAsync(name, file + cipher.Ending, (stream, token) => cipher.SealAsync(stream, write, token), cancellationToken);

    /// <summary>Writes a file that everybody may read.</summary>
    public Task WriteOpenAsync(
        string name, string file, Func<Stream, CancellationToken, Task> write, CancellationToken cancellationToken)
        => WriteFileAsync(name, file, write, cancellationToken);

    private async Task WriteFileAsync(
        string name, string file, Func<Stream, CancellationToken, Task> write, CancellationToken cancellationToken)
    {
        BackupPart? part = null;
        await target.WriteAsync(
            $"{folder}/{file}",
            async (stream, token) =>
            {
                await using var hashed = new HashedWriteStream(stream);
                await write(hashed, token);
                part = new BackupPart(name, file, hashed.Count, hashed.Finish());
            },
            cancellationToken);
        _written.Add(part!);
    }
}
