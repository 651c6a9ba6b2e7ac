using System.Globalization;
using Npgsql;

namespace Middeck.Operations.Backup.Database;

/// <summary>A database as PostgreSQL's own programs want it named: by variables (libpq, "Environment Variables"), so that no password is on a command line.</summary>
/// <param name="connection">Npgsql's form.</param>
internal sealed class DatabaseAddress(string connection)
{
    private readonly NpgsqlConnectionStringBuilder _settings = new(connection);

    /// <summary>Npgsql's form, without a pool: the server may be stopped as soon as we are done.</summary>
    public string Connection => new NpgsqlConnectionStringBuilder(connection)
    {
        Pooling = false,
        CommandTimeout = 0,
        ApplicationName = "middeck backup",
    }.ConnectionString;

    /// <summary>Whether it is the server on this port of this machine.</summary>
    public bool IsLocal(int port) => _settings.Host == "127.0.0.1" && _settings.Port == port;

    /// <summary>What people may see of it.</summary>
    public string Shown => $"{_settings.Host}:{_settings.Port}/{_settings.Database}";

    public Dictionary<string, string?> Variables()
    {
        var variables = new Dictionary<string, string?>
        {
            ["PGHOST"] = _settings.Host,
            ["PGPORT"] = _settings.Port.ToString(CultureInfo.InvariantCulture),
            ["PGDATABASE"] = _settings.Database ?? _settings.Username,
            ["PGUSER"] = _settings.Username,
            ["PGPASSWORD"] = _settings.Password,
            ["PGPASSFILE"] = _settings.Passfile,
            ["PGSSLMODE"] = Spelled(_settings.SslMode),
            ["PGSSLROOTCERT"] = _settings.RootCertificate,
            ["PGAPPNAME"] = "middeck backup",
            ["PGOPTIONS"] = null,
            // Messages are read for their words.
            ["LC_ALL"] = "C",
        };
        return variables;
    }

    private static string Spelled(SslMode mode) => mode switch
    {
        SslMode.VerifyCA => "verify-ca",
        SslMode.VerifyFull => "verify-full",
        _ => mode.ToString().ToLowerInvariant(),
    };
}
