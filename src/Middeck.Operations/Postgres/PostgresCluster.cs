using Middeck.Operations.Backup.Wal;
using Middeck.Operations.Home;
using Middeck.Operations.Processes;

namespace Middeck.Operations.Postgres;

/// <summary>The home's private cluster: makes it when it is not there and says how to start it.</summary>
public sealed class PostgresCluster
{
    internal const string Role = "middeck";
    internal const string DatabaseName = "middeck";

    private readonly MiddeckHome _home;
    private readonly PostgresBinaries _binaries;

    private PostgresCluster(MiddeckHome home, PostgresPlace place, PostgresBinaries binaries)
    {
        _home = home;
        _binaries = binaries;
        Place = place;
    }

    internal PostgresPlace Place { get; }

    /// <summary>The folder of the data.</summary>
    public string DataFolder => Place.Data;

    /// <summary>Whether the home has a cluster already.</summary>
    public bool Exists => File.Exists(Path.Combine(Place.Data, "PG_VERSION"));

    /// <summary>The port of a home's cluster as it last ran; null when it never did.</summary>
    public static int? PortOf(MiddeckHome home) => PostgresRecord.Read(home)?.Port;

    /// <summary>Finds the programs that fit the home's cluster.</summary>
    /// <exception cref="RefusedException">None is installed, or only another major version.</exception>
    public static async Task<PostgresCluster> OpenAsync(MiddeckHome home, CancellationToken cancellationToken)
    {
        var place = PostgresPlace.Of(home);
        var installed = await PostgresBinaries.FindAsync(cancellationToken);
        if (installed.Count == 0)
        {
            throw new RefusedException(ExitCode.PostgresMissing, PostgresMessages.Missing());
        }

        var versionFile = Path.Combine(place.Data, "PG_VERSION");
        if (!File.Exists(versionFile))
        {
            return new PostgresCluster(home, place, installed[0]);
        }

        var version = (await File.ReadAllTextAsync(versionFile, cancellationToken)).Trim();
        var fitting = installed.FirstOrDefault(binaries => $"{binaries.Major}" == version)
            ?? throw new RefusedException(ExitCode.PostgresVersion, WrongVersion(place, version, installed[0]));
        return new PostgresCluster(home, place, fitting);
    }

    /// <summary>Makes the cluster, its role and its database. Does nothing when they are there.</summary>
    /// <exception cref="RefusedException">A step failed; nothing is left of it.</exception>
    public async Task CreateAsync(CancellationToken cancellationToken)
    {
        Place.Prepare(_home);
        await MakeFolderAsync(Place.Socket, cancellationToken);
        if (!Exists)
        {
            await MakeAsync(cancellationToken);
        }
        else if (PostgresPassword.Read(_home) is null)
        {
            // A home restored without its keys: whoever can write the data folder may set a new password.
            await SetPasswordAsync(Place.Data, PostgresPassword.Create(_home), cancellationToken);
        }
    }

    internal ProcessCommand StartCommand(int port)
        => new ProcessCommand(
        [
            _binaries.Server, "-D", Place.Data, .. PostgresSettings.AtStart(Place, port), .. WalArchive.AtStart(_home),
        ]).As(Place.RunAs);

    internal PostgresRecord RecordAt(int port)
        => new(port, Role, DatabaseName, Place.Data, Place.Socket, _binaries.Folder, _binaries.Major);

    private static Language.Message WrongVersion(PostgresPlace place, string version, PostgresBinaries installed)
        => int.TryParse(version, out var major) && major < installed.Major
            ? PostgresMessages.MadeByOlder(place.Data, version, installed)
            : PostgresMessages.MadeByNewer(place.Data, version, installed.Major);

    private async Task MakeAsync(CancellationToken cancellationToken)
    {
        // Beside the real folder and renamed at the end: a kill half-way leaves no cluster, and the next start begins anew.
        var draft = $"{Place.Data}.new";
        try
        {
            if (Directory.Exists(draft))
            {
                Directory.Delete(draft, recursive: true);
            }

            await MakeFolderAsync(draft, cancellationToken);
            await RunAsync("initdb", InitdbArguments(draft), null, cancellationToken);
            await File.AppendAllTextAsync(
                Path.Combine(draft, "postgresql.conf"), PostgresSettings.Initial, cancellationToken);
            await File.WriteAllTextAsync(Path.Combine(draft, "pg_hba.conf"), PostgresSettings.Access, cancellationToken);
            await SetPasswordAsync(
                draft, PostgresPassword.Read(_home) ?? PostgresPassword.Create(_home), cancellationToken);
            await SingleUserAsync(draft, $"CREATE DATABASE {DatabaseName}\n", cancellationToken);
            Directory.Move(draft, Place.Data);
        }
        catch (Exception ex)
        {
            if (Directory.Exists(draft))
            {
                Directory.Delete(draft, recursive: true);
            }

            if (DiskSpace.IsFull(ex) || ex.Message.Contains("No space left on device", StringComparison.Ordinal))
            {
                throw new RefusedException(ExitCode.DiskFull, HomeMessages.DiskFull(Place.Data), ex);
            }

            throw;
        }
    }

    private string[] InitdbArguments(string folder) =>
    [
        _binaries.Initdb, "-D", folder, "-U", Role, "--encoding=UTF8", "--locale=C.UTF-8", "--auth=trust",
        "--data-checksums", "--no-instructions",
    ];

    // The stand-alone server reads statements from standard input, one a line: the password is on no command line.
    private Task SetPasswordAsync(string folder, string password, CancellationToken cancellationToken)
        => SingleUserAsync(folder, $"ALTER ROLE {Role} PASSWORD '{password}'\n", cancellationToken);

    private async Task SingleUserAsync(string folder, string statements, CancellationToken cancellationToken)
    {
        var output = await RunAsync(
            "set-up", [_binaries.Server, "--single", "-D", folder, "postgres"], statements, cancellationToken);
        // It ends with 0 even after a statement that failed.
        if (output.Errors.Contains("ERROR:", StringComparison.Ordinal))
        {
            throw Failed("set-up", output);
        }
    }

    private async Task<ProcessOutput> RunAsync(
        string step, string[] arguments, string? input, CancellationToken cancellationToken)
    {
        var output = await ProcessOutput.OfAsync(
            new ProcessCommand(arguments).As(Place.RunAs), input, cancellationToken);
        return output.ExitCode == 0 ? output : throw Failed(step, output);
    }

    private static RefusedException Failed(string step, ProcessOutput output)
    {
        var lines = output.Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var reason = lines.FirstOrDefault(line => line.Contains("FATAL:", StringComparison.Ordinal)
                || line.Contains("error:", StringComparison.OrdinalIgnoreCase))
            ?? lines.LastOrDefault()
            ?? $"exit code {output.ExitCode}";
        return new RefusedException(ExitCode.StartFailed, PostgresMessages.CreateFailed(step, reason.Trim()));
    }

    private async Task MakeFolderAsync(string folder, CancellationToken cancellationToken)
    {
        if (Place.RunAs is { } user)
        {
            var output = await ProcessOutput.OfAsync(
                new ProcessCommand(["install", "-d", "-m", "0700", "-o", user, "-g", user, folder]), null, cancellationToken);
            if (output.ExitCode != 0)
            {
                throw Failed("install", output);
            }
        }
        else
        {
            Directory.CreateDirectory(
                folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }
}
