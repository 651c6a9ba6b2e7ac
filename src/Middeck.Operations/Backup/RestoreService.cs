using Microsoft.Extensions.Configuration;
using Middeck.Operations.Backup.Database;
using Middeck.Operations.Backup.Encryption;
using Middeck.Operations.Backup.Manifests;
using Middeck.Operations.Backup.Restoring;
using Middeck.Operations.Backup.Targets;
using Middeck.Operations.Home;
using Middeck.Operations.Supervision;

namespace Middeck.Operations.Backup;

/// <summary>Puts a backup into a home.</summary>
/// <param name="home">The home to restore into.</param>
/// <param name="load">Loads its configuration anew, after its files have changed.</param>
/// <param name="clock">Times it.</param>
public sealed class RestoreService(MiddeckHome home, Func<IConfigurationRoot> load, TimeProvider clock)
{
    /// <summary>Restores. Everything is checked first; the database changes last and in one transaction.</summary>
    /// <param name="source">The home that the command works on: its settings say where backups lie.</param>
    /// <param name="options">Those settings.</param>
    /// <param name="request">What and where from.</param>
    /// <param name="progress">Is told.</param>
    /// <param name="cancellationToken">Stops it; the database is then as it was.</param>
    /// <exception cref="RefusedException">The home runs or is not empty, or the backup is damaged or for another key.</exception>
    public async Task<RestoreOutcome> RunAsync(
        MiddeckHome source,
        BackupOptions options,
        RestoreRequest request,
        IProgress<BackupProgress> progress,
        CancellationToken cancellationToken)
    {
        using var target = BackupTargets.Open(source, options, request.Backup.Address);
        var manifest = await new BackupShelf(target).FindAsync(request.Name, cancellationToken);
        var cipher = Ciphers.ToOpen(manifest, request.Backup, options);
        if (new Installation(home, clock).IsRunning)
        {
            throw new RefusedException(ExitCode.Failed, BackupMessages.HomeRuns(home.Root));
        }

        home.Create();
        using var only = HomeLock.TryTake(home.RunFile("backup.lock"))
            ?? throw new RefusedException(ExitCode.Failed, BackupMessages.Busy(home.Root));
        var plan = new RestorePlan(
            home,
            request.Overwrite,
            load,
            (configuration, token) => DatabaseSession.OpenAsync(home, configuration, create: true, clock, token),
            configuration => new OpenedObjects(configuration));
        return await new BackupRestore(target, manifest, cipher, clock).RunAsync(plan, progress, cancellationToken);
    }
}
