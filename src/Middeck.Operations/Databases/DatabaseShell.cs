using System.Diagnostics;
using System.Globalization;
using System.Text;
using Middeck.Operations.Checks;
using Middeck.Operations.Home;
using Middeck.Operations.Postgres;
using Middeck.Operations.Processes;
using Npgsql;

namespace Middeck.Operations.Databases;

/// <summary>psql on the platform's database. The password lies in a file of its own for as long as psql runs, never on a command line.</summary>
public sealed class DatabaseShell
{
    private readonly string _program;
    private readonly NpgsqlConnectionStringBuilder _settings;
    private readonly MiddeckHome _home;

    private DatabaseShell(string program, NpgsqlConnectionStringBuilder settings, MiddeckHome home)
    {
        _program = program;
        _settings = settings;
        _home = home;
    }

    /// <summary>Finds psql and the way to the database; null when psql is not installed.</summary>
    /// <exception cref="RefusedException">The database does not answer.</exception>
    public static async Task<DatabaseShell?> PrepareAsync(CheckScene scene, CancellationToken cancellationToken)
    {
        if (await scene.Database.OpenAsync(cancellationToken) is null)
        {
            throw new RefusedException(ExitCode.NotRunning, DatabaseMessages.Unreachable(scene.Database.Problem!.Reason));
        }

        var beside = PostgresRecord.Read(scene.Home) is { } record ? Path.Combine(record.Binaries, "psql") : null;
        var program = File.Exists(beside) ? beside : Programs.Find("psql");
        return program is null ? null : new DatabaseShell(program, scene.Database.Settings!, scene.Home);
    }

    /// <summary>Runs psql at this terminal.</summary>
    /// <returns>Its exit code.</returns>
    public async Task<int> RunAsync(IReadOnlyList<string> arguments)
    {
        var passwords = _home.RunFile($"psql.{Environment.ProcessId}");
        PrivateFile.Write(passwords, Encoding.UTF8.GetBytes($"*:*:*:*:{Escaped(_settings.Password ?? "")}\n"));
        try
        {
            var start = new ProcessStartInfo(_program, arguments) { UseShellExecute = false };
            foreach (var (name, value) in Variables(passwords))
            {
                start.Environment[name] = value;
            }

            using var psql = Process.Start(start)!;
            // Ctrl-C is psql's: it cancels a statement, not the session.
            await psql.WaitForExitAsync(CancellationToken.None);
            return psql.ExitCode;
        }
        finally
        {
            File.Delete(passwords);
        }
    }

    private IEnumerable<(string Name, string? Value)> Variables(string passwords)
    {
        yield return ("PGHOST", _settings.Host);
        yield return ("PGPORT", _settings.Port.ToString(CultureInfo.InvariantCulture));
        yield return ("PGDATABASE", _settings.Database);
        yield return ("PGUSER", _settings.Username);
        yield return ("PGPASSFILE", passwords);
        yield return ("PGPASSWORD", null);
        yield return ("PGAPPNAME", "middeck db shell");
        yield return ("PGSSLMODE", _settings.SslMode switch
        {
            SslMode.VerifyCA => "verify-ca",
            SslMode.VerifyFull => "verify-full",
            var mode => mode.ToString().ToLowerInvariant(),
        });
        yield return ("PGSSLROOTCERT", _settings.RootCertificate);
    }

    // libpq's password file: a colon and a backslash are escaped.
    private static string Escaped(string password)
        => password.Replace("\\", "\\\\", StringComparison.Ordinal).Replace(":", "\\:", StringComparison.Ordinal);
}
