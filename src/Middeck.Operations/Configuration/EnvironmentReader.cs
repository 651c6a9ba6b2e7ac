namespace Middeck.Operations.Configuration;

/// <summary>Reads the environment: <c>MIDDECK_SECTION__KEY</c>, our short names, and the names of the source systems.</summary>
internal static class EnvironmentReader
{
    private const string Prefix = "MIDDECK_";
    private const string Monitor = "ERROR_MONITOR_";

    /// <summary>Entries in ascending precedence: what is spelled out beats a short name, ours beats a borrowed one.</summary>
    public static IReadOnlyList<ConfigurationEntry> Read(IReadOnlyDictionary<string, string> environment) =>
    [
        .. ReadParts(environment),
        .. environment.Where(variable => variable.Value.Length > 0).SelectMany(ReadBorrowed),
        .. environment.Where(variable => EnvironmentNames.Own.ContainsKey(variable.Key)).SelectMany(ReadOwn),
        .. environment.Where(IsSpelledOut).Select(ReadSpelledOut),
    ];

    private static IEnumerable<ConfigurationEntry> ReadBorrowed(KeyValuePair<string, string> variable)
    {
        if (EnvironmentNames.Borrowed.TryGetValue(variable.Key, out var keys))
        {
            return keys.Select(key => Entry(key, variable) with { IsBorrowed = true });
        }

        if (variable.Key.StartsWith(Monitor, StringComparison.Ordinal))
        {
            var key = $"observability:errormonitor{ConfigurationEntry.Normalize(variable.Key[Monitor.Length..])}";
            return [Entry(key, variable) with { IsBorrowed = true }];
        }

        return [];
    }

    private static IEnumerable<ConfigurationEntry> ReadOwn(KeyValuePair<string, string> variable)
        => EnvironmentNames.Own[variable.Key].Select(key => Entry(key, variable));

    private static bool IsSpelledOut(KeyValuePair<string, string> variable)
        => variable.Key.StartsWith(Prefix, StringComparison.Ordinal)
            && !EnvironmentNames.Own.ContainsKey(variable.Key)
            && !EnvironmentNames.IsElsewhere(variable.Key);

    // MIDDECK_SERVER__PUBLIC_URL: two underscores part, one joins.
    private static ConfigurationEntry ReadSpelledOut(KeyValuePair<string, string> variable)
    {
        var parts = variable.Key[Prefix.Length..].Split("__").Select(ConfigurationEntry.Normalize);
        return Entry(string.Join(':', parts), variable);
    }

    private static ConfigurationEntry Entry(string key, KeyValuePair<string, string> variable)
        => new(key, variable.Value, variable.Key, "environment");

    private static IEnumerable<ConfigurationEntry> ReadParts(IReadOnlyDictionary<string, string> environment)
    {
        if (environment.ContainsKey("DB_HOST") || environment.ContainsKey("DB_NAME"))
        {
            var connection = DatabaseParts.ToConnectionString(environment);
            var entry = new ConfigurationEntry("database:connection", connection, "DB_HOST", "environment");
            yield return entry with { IsBorrowed = true };
        }
    }
}
