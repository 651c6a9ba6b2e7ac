using Middeck.Operations.Backup.Database;
using Middeck.Operations.Backup.Encryption;
using Middeck.Operations.Backup.Manifests;
using Middeck.Operations.Backup.Restoring;
using Middeck.Operations.Backup.Targets;
using Middeck.Operations.Configuration;
using Middeck.Operations.Home;
using Middeck.Storage.Objects;

namespace Middeck.Operations.Backup.Drills;

/// <summary>Restores a backup into a scratch home with a PostgreSQL of its own, compares its rows, asks the platform, and removes everything.</summary>
internal sealed class Drill(
    MiddeckHome source,
    IBackupTarget target,
    BackupRequest request,
    BackupOptions options,
    IDrillPlatform platform,
    TimeProvider clock)
{
    private double _restoreSeconds;
    private int _objects;
    private IReadOnlyList<string> _answers = [];

    public async Task<DrillRecord> RunAsync(
        string name, IProgress<BackupProgress> progress, CancellationToken cancellationToken)
    {
        var startedAt = clock.GetUtcNow();
        var start = clock.GetTimestamp();
        BackupManifest? manifest = null;
        string? problem = null;
        try
        {
            manifest = await new BackupShelf(target).FindAsync(name, cancellationToken);
            await RestoreAndAskAsync(manifest, progress, cancellationToken);
        }
        catch (RefusedException ex) when (ex.Code is not (ExitCode.BackupNotFound or ExitCode.BackupKey or ExitCode.BackupTarget))
        {
            problem = ex.Message;
        }

        var record = new DrillRecord(
            manifest?.Name ?? name,
            startedAt,
            problem is null,
            problem,
            Seconds(start),
            _restoreSeconds,
            manifest?.Rows.Count ?? 0,
            manifest?.Rows.Values.Sum() ?? 0,
            _objects,
            _answers);
        await new DrillHistory(target).AddAsync(record, cancellationToken);
        return record;
    }

    private async Task RestoreAndAskAsync(
        BackupManifest manifest, IProgress<BackupProgress> progress, CancellationToken cancellationToken)
    {
        var start = clock.GetTimestamp();
        var cipher = Ciphers.ToOpen(manifest, request, options);
        await using var scratch = await ScratchHome.MakeAsync(clock);
        await using var session = await DatabaseSession.OpenPrivateAsync(scratch.Home, create: true, clock, cancellationToken);
        if (!manifest.IncludesKeys)
        {
            CopyMasterKey(scratch.Home);
        }

        var plan = new RestorePlan(
            scratch.Home,
            Overwrite: false,
            () => ConfigurationLoader.Load(scratch.Home, LocalObjects(scratch.Home), new Dictionary<string, string>()),
            (_, _) => Task.FromResult(DatabaseSession.Of(session.Address.Connection, clock)),
            configuration => new OpenedObjects(configuration));
        var outcome = await new BackupRestore(target, manifest, cipher, clock).RunAsync(plan, progress, cancellationToken);
        _objects = outcome.Objects;
        _restoreSeconds = Seconds(start);
        await CompareAsync(session.Address, manifest, cancellationToken);
        progress.Report(new BackupProgress(BackupStep.Platform, 0));
        _answers = await platform.AskAsync(scratch.Home, session.Address.Connection, cancellationToken);
    }

    // A backup without keys comes back to a home that has them, or to somebody who kept them.
    private void CopyMasterKey(MiddeckHome scratch)
    {
        var key = Path.Combine(source.Keys, "master");
        if (File.Exists(key))
        {
            PrivateFile.Write(Path.Combine(scratch.Keys, "master"), File.ReadAllBytes(key));
        }
    }

    // Whatever the backed up configuration names: a drill must not touch the bucket that others use.
    private static Dictionary<string, string> LocalObjects(MiddeckHome home) => new()
    {
        ["objects.kind"] = nameof(ObjectStoreKind.Files),
        ["objects.path"] = home.Objects,
    };

    private static async Task CompareAsync(
        DatabaseAddress address, BackupManifest manifest, CancellationToken cancellationToken)
    {
        await using var snapshot = await DatabaseSnapshot.TakeAsync(address, cancellationToken);
        var rows = await snapshot.CountAsync(cancellationToken);
        foreach (var (table, expected) in manifest.Rows)
        {
            if (rows.GetValueOrDefault(table, -1) is var found && found != expected)
            {
                throw new RefusedException(ExitCode.DrillFailed, BackupMessages.RowsDiffer(table, found, expected));
            }
        }
    }

    private double Seconds(long start) => Math.Round(clock.GetElapsedTime(start).TotalSeconds, 1);
}
