using Microsoft.Extensions.Configuration;
using Middeck.Operations.Home;
using Middeck.Operations.Postgres;

namespace Middeck.Operations.Configuration;

/// <summary>Merges command line, environment, <c>middeck.yaml</c> and defaults, in this order of precedence.</summary>
public static class ConfigurationLoader
{
    private const string DatabaseKey = "database:connection";

    /// <summary>Loads the configuration of a home.</summary>
    /// <param name="home">Its <c>middeck.yaml</c> is read, and its folders are defaults.</param>
    /// <param name="options">From the command line: key such as <c>server.port</c> to value.</param>
    /// <param name="environment">The process's variables.</param>
    /// <exception cref="RefusedException">The file is not YAML.</exception>
    public static IConfigurationRoot Load(
        MiddeckHome home, IReadOnlyDictionary<string, string> options, IReadOnlyDictionary<string, string> environment)
        => Load(home, options, environment, home.ConfigurationFile);

    /// <summary>Loads it with another file in place of <c>middeck.yaml</c>; null for none.</summary>
    /// <exception cref="RefusedException">The file is not YAML.</exception>
    public static IConfigurationRoot Load(
        MiddeckHome home,
        IReadOnlyDictionary<string, string> options,
        IReadOnlyDictionary<string, string> environment,
        string? file)
    {
        ConfigurationLayer[] given =
        [
            new(File.Exists(file) ? YamlReader.Read(file) : []),
            new(EnvironmentReader.Read(environment)),
            new(options.Select(FromCommandLine)),
        ];
        var merged = Build(given);
        return Build([new ConfigurationLayer(Defaults(home, merged)), .. given]);
    }

    /// <summary>Whether no database is configured, so that the home's own PostgreSQL serves.</summary>
    public static bool UsesPrivateDatabase(IConfigurationRoot configuration)
        // The first layer is the defaults, which name the home's own once it runs.
        => !configuration.Providers.OfType<ConfigurationLayer>().Skip(1)
            .Any(layer => layer.Find(DatabaseKey) is { Value.Length: > 0 });

    /// <summary>The server's options as they will be bound.</summary>
    public static ServerOptions Server(IConfiguration configuration)
        => configuration.GetSection(ServerOptions.Section).Get<ServerOptions>() ?? new ServerOptions();

    private static IConfigurationRoot Build(IEnumerable<ConfigurationLayer> layers)
    {
        var builder = new ConfigurationBuilder();
        foreach (var layer in layers)
        {
            builder.Add(layer);
        }

        return builder.Build();
    }

    private static ConfigurationEntry FromCommandLine(KeyValuePair<string, string> option)
    {
        var key = string.Join(':', option.Key.Split('.').Select(ConfigurationEntry.Normalize));
        return new ConfigurationEntry(key, option.Value, option.Key, "command line");
    }

    private static IEnumerable<ConfigurationEntry> Defaults(MiddeckHome home, IConfiguration given)
    {
        var production = given[$"{ServerOptions.Section}:environment"] == "prod";
        (string Key, string? Value)[] values =
        [
            ("server:port", production ? "80" : "7080"),
            ("server:address", production ? "0.0.0.0" : "127.0.0.1"),
            ("server:home", home.Root),
            ("entry:tlsport", production ? "443" : "7443"),
            ("entry:hstsdays", production ? "365" : "0"),
            ("entry:requestsperminuteperaddress", production ? "6000" : "0"),
            ("entry:requestsperminuteperuser", production ? "3000" : "0"),
            ("objects:path", home.Objects),
            ("secrets:keyfile", Path.Combine(home.Keys, "master")),
            ("studio:nodefile", home.RunFile("node")),
            ("identity:initialpasswordfile", home.InitialPasswordFile),
            ("identity:publicurl", given["server:publicurl"]),
            (DatabaseKey, PostgresRecord.ConnectionString(home)),
        ];
        return values.Select(value => new ConfigurationEntry(value.Key, value.Value, value.Key, "defaults"));
    }
}
