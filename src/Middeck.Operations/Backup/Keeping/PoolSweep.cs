using Middeck.Operations.Backup.Manifests;
using Middeck.Operations.Backup.Targets;

namespace Middeck.Operations.Backup.Keeping;

/// <summary>Removes the objects of the pool that no backup names any more.</summary>
internal sealed class PoolSweep(IBackupTarget target)
{
    /// <returns>How many files went and how many bytes they had.</returns>
    /// <exception cref="RefusedException">A backup or its list cannot be read: nobody knows then what is still needed.</exception>
    public async Task<(int Files, long Bytes)> RunAsync(CancellationToken cancellationToken)
    {
        var (backups, damaged) = await new BackupShelf(target).ListAsync(cancellationToken);
        if (damaged.Count > 0)
        {
            throw new RefusedException(ExitCode.BackupDamaged, BackupMessages.PoolKept(damaged[0]));
        }

        var needed = new HashSet<string>();
        foreach (var backup in backups)
        {
            await foreach (var line in ObjectListFile.ReadAsync(target, backup, cancellationToken))
            {
                needed.Add(line.File);
            }
        }

        var (files, bytes) = (0, 0L);
        await foreach (var file in target.ListAsync("pool/", cancellationToken))
        {
            if (!needed.Contains(file.Name))
            {
                await target.DeleteAsync(file.Name, cancellationToken);
                files++;
                bytes += file.Size;
            }
        }

        return (files, bytes);
    }
}
