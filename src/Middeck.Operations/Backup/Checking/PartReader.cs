using Middeck.Operations.Backup.Encryption;
using Middeck.Operations.Backup.Manifests;
using Middeck.Operations.Backup.Targets;

namespace Middeck.Operations.Backup.Checking;

/// <summary>Opens a file of a backup.</summary>
internal static class PartReader
{
    /// <exception cref="RefusedException">It is missing, altered, or sealed for another key.</exception>
    public static async Task OpenAsync(
        IBackupTarget target,
        BackupManifest manifest,
        BackupPart part,
        IBackupCipher cipher,
        Func<Stream, CancellationToken, Task> read,
        CancellationToken cancellationToken)
    {
        await using var file = await target.OpenAsync($"{manifest.Name}/{part.File}", cancellationToken)
            ?? throw new RefusedException(ExitCode.BackupDamaged, BackupMessages.PartMissing(manifest.Name, part.File));
        try
        {
            await cipher.OpenAsync(file, read, cancellationToken);
        }
        catch (DamagedFileException ex)
        {
            throw new RefusedException(
                ExitCode.BackupDamaged, BackupMessages.PartUnreadable(manifest.Name, part.File, ex.Message), ex);
        }
    }

    /// <summary>The whole of a small file.</summary>
    public static async Task<byte[]> BytesAsync(
        IBackupTarget target, BackupManifest manifest, BackupPart part, IBackupCipher cipher, CancellationToken cancellationToken)
    {
        using var content = new MemoryStream();
        await OpenAsync(target, manifest, part, cipher, (plain, token) => plain.CopyToAsync(content, token), cancellationToken);
        return content.ToArray();
    }
}
