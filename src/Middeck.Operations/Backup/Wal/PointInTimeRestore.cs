using System.Globalization;
using Middeck.Operations.Backup.Database;
using Middeck.Operations.Backup.Restoring;
using Middeck.Operations.Home;
using Middeck.Operations.Postgres;
using Middeck.Operations.Processes;
using Middeck.Operations.Supervision;
using Npgsql;

namespace Middeck.Operations.Backup.Wal;

/// <summary>
/// Puts the private database back to a moment: a base backup from before, and the kept log up to then. The present data stays beside
/// it as <c>pg.before-restore</c>, and comes back where the log does not reach. Uploaded files are only ever added, so they stay.
/// </summary>
/// <param name="home">The home.</param>
/// <param name="options">Where the log is kept.</param>
/// <param name="clock">Paces the waiting.</param>
public sealed class PointInTimeRestore(MiddeckHome home, BackupOptions options, TimeProvider clock)
{
    private const string Settings = "postgresql.auto.conf";

    /// <summary>Restores.</summary>
    /// <param name="at">The moment.</param>
    /// <param name="overwrite">Whether the present data may be put aside.</param>
    /// <param name="cancellationToken">Stops it; the present data stays.</param>
    /// <exception cref="RefusedException">It cannot be done; the present data stays.</exception>
    public async Task RunAsync(DateTimeOffset at, bool overwrite, CancellationToken cancellationToken)
    {
        var archive = WalArchive.Of(home, options) ?? throw new RefusedException(ExitCode.Failed, WalMessages.NotKept());
        if (new Installation(home, clock).IsRunning)
        {
            throw new RefusedException(ExitCode.Failed, BackupMessages.HomeRuns(home.Root));
        }

        var source = new BaseBackups(home, archive, clock).Before(at)
            ?? throw new RefusedException(ExitCode.BackupNotFound, WalMessages.NoBase(at, archive.Bases));
        var data = PostgresPlace.Of(home).Data;
        var aside = $"{data}.before-restore";
        if (!Directory.Exists(data) && Directory.Exists(aside))
        {
            // A restore was killed between its two renames.
            Directory.Move(aside, data);
        }

        if (Directory.Exists(data) && !overwrite)
        {
            throw new RefusedException(ExitCode.NotEmpty, WalMessages.DataInTheWay(data));
        }

        await VerifyAsync(source, cancellationToken);
        var original = await File.ReadAllTextAsync(Path.Combine(source, Settings), cancellationToken);
        var draft = await CopyAsync(source, archive, at, original, cancellationToken);
        new RestoreMarker($"--at {at.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss'Z'}", archive.Folder).Write(home);
        PutAside(data, aside);
        Directory.Move(draft, data);
        try
        {
            await using var session = await DatabaseSession.OpenPrivateAsync(home, create: false, clock, cancellationToken);
            await PromotedAsync(session.Address, cancellationToken);
        }
        catch (Exception ex) when (ex is RefusedException or NpgsqlException or OperationCanceledException)
        {
            Directory.Delete(data, recursive: true);
            if (Directory.Exists(aside))
            {
                Directory.Move(aside, data);
            }

            RestoreMarker.Remove(home);
            throw ex is OperationCanceledException
                ? ex
                : new RefusedException(ExitCode.StartFailed, WalMessages.NotReached(at, home.LogOf("postgres")), ex);
        }

        await File.WriteAllTextAsync(Path.Combine(data, Settings), original, CancellationToken.None);
        RestoreMarker.Remove(home);
    }

    // A server that replays its log takes connections for reading; it is done when it no longer says that it recovers.
    private async Task PromotedAsync(DatabaseAddress address, CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(100), clock);
        bool recovers;
        do
        {
            await timer.WaitForNextTickAsync(cancellationToken);
            await using var connection = new NpgsqlConnection(address.Connection);
            await connection.OpenAsync(cancellationToken);
            await using var command = new NpgsqlCommand("SELECT pg_is_in_recovery()", connection);
            recovers = (bool)(await command.ExecuteScalarAsync(cancellationToken))!;
        }
        while (recovers);
    }

    private static void PutAside(string data, string aside)
    {
        if (Directory.Exists(data))
        {
            if (Directory.Exists(aside))
            {
                Directory.Delete(aside, recursive: true);
            }

            Directory.Move(data, aside);
        }
    }

    private async Task VerifyAsync(string source, CancellationToken cancellationToken)
    {
        var installed = await PostgresBinaries.FindAsync(cancellationToken);
        var version = (await File.ReadAllTextAsync(Path.Combine(source, "PG_VERSION"), cancellationToken)).Trim();
        var fitting = installed.FirstOrDefault(binaries => $"{binaries.Major}" == version)
            ?? throw new RefusedException(
                ExitCode.PostgresVersion, BackupMessages.NoPrograms(int.Parse(version, CultureInfo.InvariantCulture)));
        var output = await ProcessOutput.OfAsync(
            new ProcessCommand([Path.Combine(fitting.Folder, "pg_verifybackup"), "--quiet", source])
                .As(PostgresPlace.Of(home).RunAs),
            null,
            cancellationToken);
        if (output.ExitCode != 0)
        {
            throw new RefusedException(
                ExitCode.BackupDamaged, WalMessages.BaseDamaged(source, output.Errors.Split('\n')[0]));
        }
    }

    private async Task<string> CopyAsync(
        string source, WalArchive archive, DateTimeOffset at, string settings, CancellationToken cancellationToken)
    {
        var draft = $"{PostgresPlace.Of(home).Data}.restoring";
        if (Directory.Exists(draft))
        {
            Directory.Delete(draft, recursive: true);
        }

        var copied = await ProcessOutput.OfAsync(
            new ProcessCommand(["cp", "-a", "--", source, draft]), null, cancellationToken);
        if (copied.ExitCode != 0)
        {
            throw new RefusedException(ExitCode.DiskFull, WalMessages.BaseFailed(copied.Errors.Trim()));
        }

        var time = at.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss.ffffff'+00'", CultureInfo.InvariantCulture);
        var command = $"cp {WalArchive.Quoted(archive.Segments)}/%f \"%p\"".Replace("'", "''", StringComparison.Ordinal);
        // Written to and not replaced, so that it stays the file of the user who runs PostgreSQL.
        await File.WriteAllTextAsync(
            Path.Combine(draft, Settings),
            $"{settings}restore_command = '{command}'\nrecovery_target_time = '{time}'\nrecovery_target_action = 'promote'\n",
            cancellationToken);
        await SignalAsync(draft, cancellationToken);
        return draft;
    }

    private async Task SignalAsync(string data, CancellationToken cancellationToken)
    {
        var output = await ProcessOutput.OfAsync(
            new ProcessCommand(["touch", Path.Combine(data, "recovery.signal")]).As(PostgresPlace.Of(home).RunAs),
            null,
            cancellationToken);
        if (output.ExitCode != 0)
        {
            throw new RefusedException(ExitCode.Failed, WalMessages.BaseFailed(output.Errors.Trim()));
        }
    }
}
