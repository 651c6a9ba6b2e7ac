using System.ComponentModel;
using Middeck.Operations.Backup.Creating;
using Middeck.Operations.Backup.Database;
using Middeck.Operations.Backup.Encryption;
using Middeck.Operations.Backup.Manifests;
using Middeck.Operations.Backup.Targets;

namespace Middeck.Operations.Backup.Checking;

/// <summary>Reads a backup to its end and refuses it at the first file that is missing, cut off or altered.</summary>
internal sealed class BackupVerification(IBackupTarget target, BackupManifest manifest, IProgress<BackupProgress> progress)
{
    private long _read;
    private int _objects;

    /// <param name="cipher">Opens the files; null compares sums only.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<BackupCheck> RunAsync(IBackupCipher? cipher, CancellationToken cancellationToken)
    {
        await SumsAsync(cancellationToken);
        if (cipher is not null)
        {
            foreach (var part in manifest.Parts.Where(part => part.Name != ObjectListFile.Part))
            {
                await OpenAsync(cipher, part, cancellationToken);
            }
        }

        return new BackupCheck(manifest.Name, manifest.Parts.Count, _objects, _read, cipher is not null);
    }

    /// <summary>Compares the sums of all files, those of the objects too.</summary>
    public async Task SumsAsync(CancellationToken cancellationToken)
    {
        foreach (var part in manifest.Parts)
        {
            await CompareAsync($"{manifest.Name}/{part.File}", part.File, part.Size, part.Sha256, cancellationToken);
        }

        // The same content of two workspaces is one file.
        var seen = new HashSet<string>();
        await foreach (var line in ObjectListFile.ReadAsync(target, manifest, cancellationToken))
        {
            _objects++;
            if (seen.Add(line.File))
            {
                await CompareAsync(line.File, line.File, line.StoredSize, line.StoredSha256, cancellationToken);
            }
        }

        if (_objects != manifest.Objects.Count)
        {
            throw new RefusedException(ExitCode.BackupDamaged, BackupMessages.PartAltered(manifest.Name, ObjectListFile.Name));
        }
    }

    private async Task CompareAsync(
        string path, string shown, long size, string sha256, CancellationToken cancellationToken)
    {
        var file = await target.OpenAsync(path, cancellationToken)
            ?? throw new RefusedException(ExitCode.BackupDamaged, BackupMessages.PartMissing(manifest.Name, shown));
        await using var hashed = new HashedReadStream(file, Count);
        await hashed.DrainAsync(cancellationToken);
        if (hashed.Count < size)
        {
            throw new RefusedException(
                ExitCode.BackupDamaged, BackupMessages.PartCutOff(manifest.Name, shown, hashed.Count, size));
        }

        if (hashed.Count != size || hashed.Finish() != sha256)
        {
            throw new RefusedException(ExitCode.BackupDamaged, BackupMessages.PartAltered(manifest.Name, shown));
        }
    }

    private void Count(int read)
    {
        _read += read;
        progress.Report(new BackupProgress(BackupStep.Checking, _read, manifest.Bytes));
    }

    private async Task OpenAsync(IBackupCipher cipher, BackupPart part, CancellationToken cancellationToken)
        => await PartReader.OpenAsync(
            target,
            manifest,
            part,
            cipher,
            part.Name == DatabaseDump.Part ? ReadDumpAsync : (plain, token) => plain.CopyToAsync(Stream.Null, token),
            cancellationToken);

    // pg_restore that has nowhere to write to still decompresses and parses everything.
    private async Task ReadDumpAsync(Stream dump, CancellationToken cancellationToken)
    {
        var programs = await PostgresPrograms.ForAsync(manifest.PostgresMajor, cancellationToken);
        try
        {
            var failure = await PipedProcess.RunAsync(
                programs.Read(),
                (input, token) => dump.CopyToAsync(input, 128 * 1024, token),
                (output, token) => output.CopyToAsync(Stream.Null, token),
                cancellationToken);
            if (failure is not null)
            {
                throw new RefusedException(
                    ExitCode.BackupDamaged, BackupMessages.PartUnreadable(manifest.Name, DatabaseDump.Part, failure));
            }
        }
        catch (Win32Exception ex)
        {
            throw new RefusedException(ExitCode.PostgresMissing, BackupMessages.NoPrograms(manifest.PostgresMajor), ex);
        }
    }
}
