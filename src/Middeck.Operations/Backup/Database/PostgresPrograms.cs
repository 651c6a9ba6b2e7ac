using System.Globalization;
using Middeck.Operations.Postgres;
using Middeck.Operations.Processes;

namespace Middeck.Operations.Backup.Database;

/// <summary>PostgreSQL's programs that fit a server.</summary>
/// <param name="Folder">Where they lie.</param>
internal sealed record PostgresPrograms(string Folder)
{
    /// <summary>The installed ones of the server's major version, else the next newer: an older pg_dump refuses a newer server.</summary>
    /// <exception cref="RefusedException">None fits.</exception>
    public static async Task<PostgresPrograms> ForAsync(int major, CancellationToken cancellationToken)
    {
        var fitting = (await PostgresBinaries.FindAsync(cancellationToken))
            .Where(binaries => binaries.Major >= major)
            .MinBy(binaries => binaries.Major)
            ?? throw new RefusedException(ExitCode.PostgresMissing, BackupMessages.NoPrograms(major));
        return new PostgresPrograms(fitting.Folder);
    }

    public ProcessCommand Dump(DatabaseAddress address, string snapshot, int compression) => Command(address,
    [
        "pg_dump", "--format=custom", $"--compress={compression.ToString(CultureInfo.InvariantCulture)}",
        $"--snapshot={snapshot}", "--no-password", "--lock-wait-timeout=60s",
    ]);

    /// <summary>The dump as SQL statements on standard output.</summary>
    public ProcessCommand Script(DatabaseAddress address)
        => Command(address, ["pg_restore", "--file=-", "--no-owner", "--no-privileges"]);

    /// <summary>The same without any server.</summary>
    public ProcessCommand Read() => new([Path.Combine(Folder, "pg_restore"), "--file=-"])
    {
        Environment = new Dictionary<string, string?> { ["LC_ALL"] = "C" },
    };

    public ProcessCommand Execute(DatabaseAddress address)
        => Command(address, ["psql", "--no-psqlrc", "--quiet", "--no-password", "--set=ON_ERROR_STOP=1", "--file=-"]);

    private ProcessCommand Command(DatabaseAddress address, string[] arguments)
        => new([Path.Combine(Folder, arguments[0]), .. arguments[1..]]) { Environment = address.Variables() };
}
