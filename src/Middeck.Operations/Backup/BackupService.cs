using Microsoft.Extensions.Configuration;
using Middeck.Operations.Backup.Checking;
using Middeck.Operations.Backup.Creating;
using Middeck.Operations.Backup.Database;
using Middeck.Operations.Backup.Drills;
using Middeck.Operations.Backup.Encryption;
using Middeck.Operations.Backup.Keeping;
using Middeck.Operations.Backup.Manifests;
using Middeck.Operations.Backup.Targets;
using Middeck.Operations.Backup.Wal;
using Middeck.Operations.Home;
using Middeck.Operations.Postgres;
using Middeck.Storage.Objects;

namespace Middeck.Operations.Backup;

/// <summary>Everything that can be done with the backups of a home but putting one back.</summary>
public sealed class BackupService
{
    private readonly MiddeckHome _home;
    private readonly BackupOptions _options;
    private readonly TimeProvider _clock;
    private readonly Func<CancellationToken, Task<DatabaseSession>> _database;
    private readonly Func<OpenedObjects?> _open;
    private readonly IObjectStore? _objects;

    /// <summary>For a command: a private database is started when it does not run.</summary>
    public BackupService(MiddeckHome home, IConfigurationRoot configuration, TimeProvider clock)
    {
        _home = home;
        _options = OptionsOf(configuration);
        _clock = clock;
        _database = token => DatabaseSession.OpenAsync(home, configuration, create: false, clock, token);
        _open = () => new OpenedObjects(configuration);
    }

    /// <summary>For the platform, whose database runs.</summary>
    public BackupService(MiddeckHome home, BackupOptions options, string connection, IObjectStore objects, TimeProvider clock)
    {
        _home = home;
        _options = options;
        _clock = clock;
        _database = _ => Task.FromResult(DatabaseSession.Of(connection, clock));
        _open = () => null;
        _objects = objects;
    }

    /// <summary>The section <c>backup</c> of a configuration.</summary>
    public static BackupOptions OptionsOf(IConfiguration configuration)
        => configuration.GetSection(BackupOptions.Section).Get<BackupOptions>() ?? new BackupOptions();

    /// <summary>Makes a backup.</summary>
    /// <exception cref="RefusedException">It could not be made; nothing of it is left.</exception>
    public async Task<BackupManifest> CreateAsync(
        BackupRequest request, IProgress<BackupProgress> progress, CancellationToken cancellationToken)
    {
        using var only = Enter();
        using var target = BackupTargets.Open(_home, _options, request.Address);
        await using var opened = _open();
        var source = new BackupSource(_home, _objects ?? opened!.Store, _database);
        var made = await new BackupCreation(source, _options, target, _clock).RunAsync(request, progress, cancellationToken);
        await TakeBaseAsync(cancellationToken);
        return made;
    }

    /// <summary>The backups of a place.</summary>
    public async Task<BackupList> ListAsync(BackupRequest request, CancellationToken cancellationToken)
    {
        using var target = BackupTargets.Open(_home, _options, request.Address);
        var (whole, damaged) = await new BackupShelf(target).ListAsync(cancellationToken);
        return new BackupList(target.Address, whole, damaged);
    }

    /// <summary>Reads a backup to its end. With its key every file is opened too; without, sums are compared.</summary>
    /// <param name="name">A name or <c>latest</c>.</param>
    /// <param name="request">Where it lies, and its key.</param>
    /// <param name="progress">Is told.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="RefusedException">It is damaged; the sentence names the file.</exception>
    public async Task<BackupCheck> VerifyAsync(
        string name, BackupRequest request, IProgress<BackupProgress> progress, CancellationToken cancellationToken)
    {
        using var target = BackupTargets.Open(_home, _options, request.Address);
        var manifest = await new BackupShelf(target).FindAsync(name, cancellationToken);
        var cipher = Ciphers.HasKey(manifest, request, _options) ? Ciphers.ToOpen(manifest, request, _options) : null;
        return await new BackupVerification(target, manifest, progress).RunAsync(cipher, cancellationToken);
    }

    /// <summary>Removes one backup, whole or damaged, and the objects that no other needs.</summary>
    public async Task<BackupRemoval> DeleteAsync(string name, BackupRequest request, CancellationToken cancellationToken)
    {
        using var only = Enter();
        using var target = BackupTargets.Open(_home, _options, request.Address);
        if (!BackupShelf.IsName(name) || !(await target.NamesAsync("", cancellationToken)).Contains(name))
        {
            throw new RefusedException(ExitCode.BackupNotFound, BackupMessages.NotFound(name, target.Address));
        }

        return await RemoveAsync(target, [name], cancellationToken);
    }

    /// <summary>The backups that <c>backup.retention</c> no longer keeps.</summary>
    public async Task<IReadOnlyList<BackupManifest>> ExpiredAsync(BackupRequest request, CancellationToken cancellationToken)
        => Retention.Expired((await ListAsync(request, cancellationToken)).Whole, _options.Retention);

    /// <summary>Removes them, and the objects that no other needs.</summary>
    public async Task<BackupRemoval> PruneAsync(BackupRequest request, CancellationToken cancellationToken)
    {
        using var only = Enter();
        using var target = BackupTargets.Open(_home, _options, request.Address);
        var (whole, _) = await new BackupShelf(target).ListAsync(cancellationToken);
        var expired = Retention.Expired(whole, _options.Retention).Select(backup => backup.Name).ToList();
        return await RemoveAsync(target, expired, cancellationToken);
    }

    /// <summary>The restores for trial, the newest first.</summary>
    public async Task<IReadOnlyList<DrillRecord>> DrillsAsync(BackupRequest request, CancellationToken cancellationToken)
    {
        using var target = BackupTargets.Open(_home, _options, request.Address);
        return await new DrillHistory(target).ListAsync(cancellationToken);
    }

    /// <summary>Restores a backup for trial, starts the platform on it, asks it, and removes everything again.</summary>
    /// <param name="name">A name or <c>latest</c>.</param>
    /// <param name="request">Where it lies, and its key.</param>
    /// <param name="platform">Starts and asks the platform.</param>
    /// <param name="progress">Is told.</param>
    /// <param name="cancellationToken">Stops it; nothing stays.</param>
    /// <returns>How it went: a failure of the backup is an answer too.</returns>
    public async Task<DrillRecord> DrillAsync(
        string name,
        BackupRequest request,
        IDrillPlatform platform,
        IProgress<BackupProgress> progress,
        CancellationToken cancellationToken)
    {
        using var target = BackupTargets.Open(_home, _options, request.Address);
        return await new Drill(_home, target, request, _options, platform, _clock).RunAsync(name, progress, cancellationToken);
    }

    // The log that is kept continues a copy of the data folder: each backup renews it.
    private async Task TakeBaseAsync(CancellationToken cancellationToken)
    {
        if (WalArchive.Of(_home, _options) is not { } archive)
        {
            return;
        }

        await using var session = await _database(cancellationToken);
        if (PostmasterFile.FindLive(PostgresPlace.Of(_home).Data) is not { } server || !session.Address.IsLocal(server.Port))
        {
            throw new RefusedException(ExitCode.Configuration, WalMessages.NotPrivate());
        }

        await new BaseBackups(_home, archive, _clock).TakeAsync(session.Address, cancellationToken);
    }

    private static async Task<BackupRemoval> RemoveAsync(
        IBackupTarget target, IReadOnlyList<string> names, CancellationToken cancellationToken)
    {
        foreach (var name in names)
        {
            // The manifest goes first: a kill half-way leaves no backup that looks whole.
            await target.DeleteAsync($"{name}/{BackupShelf.ManifestFile}", cancellationToken);
            await target.DeleteAllAsync($"{name}/", cancellationToken);
        }

        var (_, damaged) = await new BackupShelf(target).ListAsync(cancellationToken);
        var (files, bytes) = damaged.Count == 0 ? await new PoolSweep(target).RunAsync(cancellationToken) : (0, 0L);
        return new BackupRemoval(names, files, bytes);
    }

    private HomeLock Enter()
    {
        Directory.CreateDirectory(_home.Run);
        return HomeLock.TryTake(_home.RunFile("backup.lock"))
            ?? throw new RefusedException(ExitCode.Failed, BackupMessages.Busy(_home.Root));
    }
}
