using Npgsql;

namespace Middeck.Operations.Configuration;

/// <summary>
/// One address from <c>DB_HOST</c>, <c>DB_PORT</c>, <c>DB_NAME</c>, <c>DB_USER</c>, <c>DB_PASSWORD</c>, <c>DB_SSLMODE</c> and
/// <c>DB_SSLROOTCERT</c>. A class of its own, so that who does not use them does not load Npgsql.
/// </summary>
internal static class DatabaseParts
{
    private static readonly (string Variable, string Keyword)[] Parts =
    [
        ("DB_PORT", "Port"), ("DB_NAME", "Database"), ("DB_USER", "Username"), ("DB_PASSWORD", "Password"),
        ("DB_SSLMODE", "SSL Mode"), ("DB_SSLROOTCERT", "Root Certificate"),
    ];

    /// <exception cref="RefusedException">A part is not what its keyword takes.</exception>
    public static string ToConnectionString(IReadOnlyDictionary<string, string> environment)
    {
        var settings = new NpgsqlConnectionStringBuilder { Host = environment.GetValueOrDefault("DB_HOST", "127.0.0.1") };
        foreach (var (variable, keyword) in Parts)
        {
            if (environment.GetValueOrDefault(variable) is { Length: > 0 } value)
            {
                Set(settings, variable, keyword, value);
            }
        }

        return settings.ConnectionString;
    }

    private static void Set(NpgsqlConnectionStringBuilder settings, string variable, string keyword, string value)
    {
        try
        {
            // libpq writes verify-full where Npgsql writes VerifyFull.
            settings[keyword] = variable == "DB_SSLMODE" ? value.Replace("-", "", StringComparison.Ordinal) : value;
        }
        catch (Exception ex) when (ex is ArgumentException or FormatException or InvalidCastException)
        {
            throw new RefusedException(
                ExitCode.Configuration, ConfigurationMessages.BadValue("environment", variable, value, ex.Message), ex);
        }
    }
}
