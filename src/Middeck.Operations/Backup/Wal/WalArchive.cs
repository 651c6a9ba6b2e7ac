using Microsoft.Extensions.Configuration;
using Middeck.Operations.Configuration;
using Middeck.Operations.Home;
using Middeck.Operations.Postgres;

namespace Middeck.Operations.Backup.Wal;

/// <summary>
/// Where the private PostgreSQL's write-ahead log is kept when <c>backup.wal_archive</c> says so (PostgreSQL's manual, "Continuous
/// Archiving and Point-in-Time Recovery"): <c>segments/</c> and the base backups that they continue, <c>base/</c>.
/// </summary>
/// <param name="Folder">The folder of both.</param>
internal sealed record WalArchive(string Folder)
{
    /// <summary>Our own program; PostgreSQL calls it for each segment.</summary>
    public static string Program { get; set; } = Environment.ProcessPath ?? "middeck";

    public string Segments => Path.Combine(Folder, "segments");

    public string Bases => Path.Combine(Folder, "base");

    /// <summary>The archive of a home; null when none is kept.</summary>
    public static WalArchive? Of(MiddeckHome home, BackupOptions options)
        => options.WalArchive
            ? new WalArchive(options.WalFolder.Length > 0 ? Path.GetFullPath(options.WalFolder) : BesideData(home))
            : null;

    /// <summary>What the server is started with; nothing when no log is kept.</summary>
    public static IEnumerable<string> AtStart(MiddeckHome home)
    {
        var variables = Environment.GetEnvironmentVariables().Cast<System.Collections.DictionaryEntry>()
            .ToDictionary(variable => (string)variable.Key, variable => (string?)variable.Value ?? "");
        var configuration = ConfigurationLoader.Load(home, new Dictionary<string, string>(), variables);
        return configuration.GetValue<bool>("backup:walarchive")
            && Of(home, BackupService.OptionsOf(configuration)) is { } archive
                ?
                [
                    "-c", "archive_mode=on",
                    // A quiet database closes a segment every five minutes: so much is lost at most with the disk.
                    "-c", "archive_timeout=300",
                    "-c", $"archive_command={Quoted(Program)} wal-archive \"%p\" \"%f\" {Quoted(archive.Segments)}",
                ]
                : [];
    }

    /// <summary>A word for the shell that PostgreSQL hands its commands to.</summary>
    public static string Quoted(string word) => $"'{word.Replace("'", "'\\''", StringComparison.Ordinal).Replace("%", "%%", StringComparison.Ordinal)}'";

    private static string BesideData(MiddeckHome home)
        => Path.Combine(Path.GetDirectoryName(PostgresPlace.Of(home).Data)!, "wal");
}
