using Middeck.Operations.Backup.Checking;
using Middeck.Operations.Backup.Creating;
using Middeck.Operations.Backup.Database;
using Middeck.Operations.Backup.Encryption;
using Middeck.Operations.Backup.Manifests;
using Middeck.Operations.Backup.Targets;
using Middeck.Storage.Objects;

namespace Middeck.Operations.Backup.Restoring;

/// <summary>
/// Puts a backup into a home. Everything is checked before anything is changed; then come configuration and keys, the objects,
/// which only add, and last the database, in one transaction.
/// </summary>
internal sealed class BackupRestore(IBackupTarget target, BackupManifest manifest, IBackupCipher cipher, TimeProvider clock)
{
    public async Task<RestoreOutcome> RunAsync(
        RestorePlan plan, IProgress<BackupProgress> progress, CancellationToken cancellationToken)
    {
        var start = clock.GetTimestamp();
        await new BackupVerification(target, manifest, progress).SumsAsync(cancellationToken);
        var files = new RestoredFiles(await FilesAsync(plan, cancellationToken));
        var mayOverwrite = plan.Overwrite || RestoreMarker.Read(plan.Home) is not null;
        if (!mayOverwrite && files.Conflicts().FirstOrDefault() is { } conflict)
        {
            throw new RefusedException(ExitCode.NotEmpty, BackupMessages.FileInTheWay(plan.Home.Root, conflict));
        }

        new RestoreMarker(manifest.Name, target.Address).Write(plan.Home);
        int objects;
        try
        {
            files.Write();
            objects = await DataAsync(plan, mayOverwrite, progress, cancellationToken);
        }
        catch
        {
            // Objects that were added belong to nobody and do no harm; the rest is as it was.
            files.Undo();
            RestoreMarker.Remove(plan.Home);
            throw;
        }

        RestoreMarker.Remove(plan.Home);
        return new RestoreOutcome(
            manifest,
            plan.Home.Root,
            Math.Round(clock.GetElapsedTime(start).TotalSeconds, 1),
            objects,
            KeysMissing: !manifest.IncludesKeys);
    }

    private async Task<List<(string Path, byte[] Content)>> FilesAsync(RestorePlan plan, CancellationToken cancellationToken)
    {
        var home = new HomeFiles(plan.Home);
        var files = new List<(string, byte[])>();
        foreach (var part in manifest.Parts)
        {
            if (home.PathOf(part.Name) is { } path)
            {
                files.Add((path, await PartReader.BytesAsync(target, manifest, part, cipher, cancellationToken)));
            }
        }

        return files;
    }

    private async Task<int> DataAsync(
        RestorePlan plan, bool mayOverwrite, IProgress<BackupProgress> progress, CancellationToken cancellationToken)
    {
        var configuration = plan.Configuration();
        await using var session = await plan.Database(configuration, cancellationToken);
        var database = new DatabaseRestore(session.Address);
        var schemas = await database.SchemasAsync(cancellationToken);
        if (schemas.Count > 0 && !mayOverwrite)
        {
            throw new RefusedException(ExitCode.NotEmpty, BackupMessages.DatabaseInTheWay(session.Address.Shown));
        }

        await using var objects = plan.Objects(configuration);
        var count = await ObjectsAsync(objects.Store, progress, cancellationToken);
        await DatabaseAsync(database, schemas, progress, cancellationToken);
        return count;
    }

    private async Task<int> ObjectsAsync(
        IObjectStore store, IProgress<BackupProgress> progress, CancellationToken cancellationToken)
    {
        var (count, bytes) = (0, 0L);
        await foreach (var line in ObjectListFile.ReadAsync(target, manifest, cancellationToken))
        {
            var (workspaceId, _) = ObjectKey.Parse(line.Key)
                ?? throw new RefusedException(
                    ExitCode.BackupDamaged, BackupMessages.PartAltered(manifest.Name, ObjectListFile.Name));
            await PutAsync(store, workspaceId, line, cancellationToken);
            count++;
            bytes += line.Size;
            progress.Report(new BackupProgress(BackupStep.Objects, bytes));
        }

        return count;
    }

    private async Task PutAsync(
        IObjectStore store, Guid workspaceId, ObjectLine line, CancellationToken cancellationToken)
    {
        await using var file = await target.OpenAsync(line.File, cancellationToken)
            ?? throw new RefusedException(ExitCode.BackupDamaged, BackupMessages.PartMissing(manifest.Name, line.File));
        try
        {
            await cipher.OpenAsync(
                file,
                async (plain, token) =>
                {
                    var stored = await store.PutAsync(workspaceId, plain, line.Size, token);
                    if (stored.Key != line.Key)
                    {
                        throw new DamagedFileException("its content is not what its name says");
                    }
                },
                cancellationToken);
        }
        catch (DamagedFileException ex)
        {
            throw new RefusedException(
                ExitCode.BackupDamaged, BackupMessages.PartUnreadable(manifest.Name, line.File, ex.Message), ex);
        }
    }

    private async Task DatabaseAsync(
        DatabaseRestore database, IReadOnlyList<string> present, IProgress<BackupProgress> progress, CancellationToken cancellationToken)
    {
        var part = manifest.Parts.First(candidate => candidate.Name == DatabaseDump.Part);
        // All of the database's where it is a Middeck's: a newer version may have schemas that the backup does not know. Otherwise
        // only those that come back: the others are somebody else's.
        var ours = manifest.Rows.Keys.Select(table => table.Split('.')[0]).ToHashSet();
        var drop = present.Contains("storage") ? present : present.Where(ours.Contains);
        await PartReader.OpenAsync(
            target,
            manifest,
            part,
            cipher,
            (plain, token) => database.RunAsync(drop, (dump, inner) => CopyAsync(plain, dump, part.Size, progress, inner), token),
            cancellationToken);
        await database.AnalyzeAsync(cancellationToken);
    }

    private static async Task CopyAsync(
        Stream dump, Stream input, long total, IProgress<BackupProgress> progress, CancellationToken cancellationToken)
    {
        var buffer = new byte[128 * 1024];
        var written = 0L;
        int read;
        while ((read = await dump.ReadAsync(buffer.AsMemory(), cancellationToken)) > 0)
        {
            await input.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
            written += read;
            progress.Report(new BackupProgress(BackupStep.Database, written, total));
        }
    }
}
