using Npgsql;

namespace Middeck.Storage;

/// <summary>Reads the URL form of a PostgreSQL address (libpq, "Connection URIs") next to Npgsql's own form.</summary>
public static class PostgresUrl
{
    /// <summary>An Npgsql connection string from either form.</summary>
    /// <exception cref="FormatException">The text is neither; the message does not repeat it, for it may hold a password.</exception>
    public static string ToConnectionString(string text)
    {
        if (!text.StartsWith("postgres://", StringComparison.Ordinal)
            && !text.StartsWith("postgresql://", StringComparison.Ordinal))
        {
            try
            {
                return new NpgsqlConnectionStringBuilder(text).ConnectionString;
            }
            catch (ArgumentException ex)
            {
                throw new FormatException("It is neither a postgres:// URL nor key=value pairs such as Host=…;Database=….", ex);
            }
        }

        if (!Uri.TryCreate(text, UriKind.Absolute, out var uri) || uri.Host.Length == 0)
        {
            throw new FormatException("The URL must look like postgres://user:password@host:5432/database.");
        }

        var user = uri.UserInfo.Split(':', 2);
        var settings = new NpgsqlConnectionStringBuilder
        {
            Host = uri.Host,
            Port = uri.Port > 0 ? uri.Port : 5432,
            Database = Uri.UnescapeDataString(uri.AbsolutePath.TrimStart('/')) is { Length: > 0 } database ? database : "postgres",
            Username = Uri.UnescapeDataString(user[0]),
        };
        if (user.Length > 1)
        {
            settings.Password = Uri.UnescapeDataString(user[1]);
        }

        foreach (var pair in uri.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var (name, value) = pair.Split('=', 2) is [var key, var given] ? (key, Uri.UnescapeDataString(given)) : (pair, "");
            Apply(settings, name, value);
        }

        return settings.ConnectionString;
    }

    private static void Apply(NpgsqlConnectionStringBuilder settings, string name, string value)
    {
        switch (name)
        {
            case "sslmode":
                settings.SslMode = value switch
                {
                    "disable" => SslMode.Disable,
                    "allow" => SslMode.Allow,
                    "prefer" => SslMode.Prefer,
                    "require" => SslMode.Require,
                    "verify-ca" => SslMode.VerifyCA,
                    "verify-full" => SslMode.VerifyFull,
                    _ => throw new FormatException(
                        "sslmode must be disable, allow, prefer, require, verify-ca or verify-full."),
                };
                break;
            case "sslrootcert":
                settings.RootCertificate = value;
                break;
            case "sslcert":
                settings.SslCertificate = value;
                break;
            case "sslkey":
                settings.SslKey = value;
                break;
            case "application_name" or "connect_timeout":
                break;
            default:
                throw new FormatException($"The URL's parameter '{name}' is not known.");
        }
    }
}
