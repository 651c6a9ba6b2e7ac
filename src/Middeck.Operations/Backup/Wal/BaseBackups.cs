using System.Globalization;
using Middeck.Operations.Backup.Database;
using Middeck.Operations.Home;
using Middeck.Operations.Postgres;
using Middeck.Operations.Processes;
using Npgsql;

namespace Middeck.Operations.Backup.Wal;

/// <summary>Copies of the data folder that the kept log continues. Their folders are named by the moment in which they were whole.</summary>
internal sealed class BaseBackups(MiddeckHome home, WalArchive archive, TimeProvider clock)
{
    private const int Kept = 2;
    private const string NameForm = "yyyy-MM-dd'T'HHmmss'Z'";
    private const string Replication = "host replication all 127.0.0.1/32 scram-sha-256";

    private readonly PostgresPlace _place = PostgresPlace.Of(home);

    /// <summary>Makes one with <c>pg_basebackup</c>, and removes older ones and the segments that only they needed.</summary>
    public async Task TakeAsync(DatabaseAddress address, CancellationToken cancellationToken)
    {
        await AllowReplicationAsync(address, cancellationToken);
        await MakeFolderAsync(archive.Folder, cancellationToken);
        await MakeFolderAsync(archive.Bases, cancellationToken);
        var draft = Path.Combine(archive.Bases, ".draft");
        RemoveFolder(draft);
        var binaries = PostgresRecord.Read(home)!.Binaries;
        try
        {
            await RunAsync(
                [Path.Combine(binaries, "pg_basebackup"), "-D", draft, "--checkpoint=fast", "--no-password"],
                address.Variables(),
                cancellationToken);
            var whole = clock.GetUtcNow().ToString(NameForm, CultureInfo.InvariantCulture);
            Directory.Move(draft, Path.Combine(archive.Bases, whole));
        }
        catch
        {
            RemoveFolder(draft);
            throw;
        }

        await RemoveOldAsync(binaries, cancellationToken);
    }

    /// <summary>The newest that was whole at a moment; null when there is none.</summary>
    public string? Before(DateTimeOffset at)
        => All().FirstOrDefault(folder => TimeOf(folder) <= at);

    private IEnumerable<string> All()
        => Directory.Exists(archive.Bases)
            ? Directory.EnumerateDirectories(archive.Bases).Where(folder => TimeOf(folder) is not null)
                .OrderDescending(StringComparer.Ordinal)
            : [];

    private static DateTimeOffset? TimeOf(string folder)
        => DateTimeOffset.TryParseExact(
            Path.GetFileName(folder), NameForm, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
                ? time
                : null;

    // "all" in pg_hba.conf does not mean replication.
    private async Task AllowReplicationAsync(DatabaseAddress address, CancellationToken cancellationToken)
    {
        var file = Path.Combine(_place.Data, "pg_hba.conf");
        if ((await File.ReadAllTextAsync(file, cancellationToken)).Contains(Replication, StringComparison.Ordinal))
        {
            return;
        }

        await File.AppendAllTextAsync(file, $"{Replication}\n", cancellationToken);
        await using var connection = new NpgsqlConnection(address.Connection);
        await connection.OpenAsync(cancellationToken);
        await using var command = new NpgsqlCommand("SELECT pg_reload_conf()", connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private async Task RemoveOldAsync(string binaries, CancellationToken cancellationToken)
    {
        foreach (var old in All().Skip(Kept).ToList())
        {
            RemoveFolder(old);
        }

        // START WAL LOCATION: 0/2000028 (file 000000010000000000000002)
        var label = await File.ReadAllTextAsync(Path.Combine(All().Last(), "backup_label"), cancellationToken);
        var first = label.Split("(file ")[1].Split(')')[0];
        if (Directory.Exists(archive.Segments))
        {
            await RunAsync(
                [Path.Combine(binaries, "pg_archivecleanup"), archive.Segments, first], new Dictionary<string, string?>(), cancellationToken);
        }
    }

    private async Task MakeFolderAsync(string folder, CancellationToken cancellationToken)
    {
        if (!Directory.Exists(folder))
        {
            string[] owner = _place.RunAs is { } user ? ["-o", user, "-g", user] : [];
            var output = await ProcessOutput.OfAsync(
                new ProcessCommand(["install", "-d", "-m", "0700", .. owner, folder]), null, cancellationToken);
            if (output.ExitCode != 0)
            {
                throw new RefusedException(ExitCode.Failed, WalMessages.BaseFailed(output.Errors.Trim()));
            }
        }
    }

    private async Task RunAsync(
        string[] arguments, IReadOnlyDictionary<string, string?> variables, CancellationToken cancellationToken)
    {
        var output = await ProcessOutput.OfAsync(
            new ProcessCommand(arguments) { Environment = variables }.As(_place.RunAs), null, cancellationToken);
        if (output.ExitCode != 0)
        {
            throw new RefusedException(ExitCode.Failed, WalMessages.BaseFailed(output.Errors.Trim()));
        }
    }

    private static void RemoveFolder(string folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
