using Microsoft.Extensions.Configuration;
using Middeck.Http.Configuration;
using Middeck.Operations.Checks.Databases;
using Middeck.Operations.Configuration;
using Middeck.Operations.Home;
using Middeck.Operations.Language;
using Middeck.Storage.Sql;

namespace Middeck.Operations.Checks;

/// <summary>
/// What checks look at: a home, its configuration as far as it can be read, its database as far as it answers. Opening it
/// never fails and starts nothing.
/// </summary>
public sealed class CheckScene : IAsyncDisposable
{
    private readonly Lazy<IServiceProvider?> _platform;

    private CheckScene(
        MiddeckHome home,
        IReadOnlyDictionary<string, string> environment,
        IConfigurationRoot configuration,
        TimeProvider clock,
        Func<IConfiguration, IServiceProvider> platform)
    {
        Home = home;
        Environment = environment;
        Configuration = configuration;
        Clock = clock;
        Server = ServerOf(configuration);
        Options = OptionsOf(configuration);
        Database = new DatabaseAccess(home, configuration);
        _platform = new Lazy<IServiceProvider?>(() => ConfigurationProblem is null ? platform(configuration) : null);
    }

    /// <summary>The home.</summary>
    public MiddeckHome Home { get; }

    /// <summary>The process's variables.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; }

    /// <summary>The merged configuration; without its file when that cannot be read.</summary>
    public IConfigurationRoot Configuration { get; }

    /// <summary>The first thing that is wrong with the configuration; null when nothing is.</summary>
    public Message? ConfigurationProblem { get; private init; }

    /// <summary>The server's options; the defaults where the given ones cannot be read.</summary>
    public ServerOptions Server { get; }

    /// <summary>The limits of the checks.</summary>
    public CheckOptions Options { get; }

    /// <summary>The clock.</summary>
    public TimeProvider Clock { get; }

    /// <summary>Whether to judge as for production.</summary>
    public bool IsProduction => Server.IsProduction;

    /// <summary>Runs our own program with arguments, such as <c>up</c>, and fails when it does.</summary>
    public required Func<IReadOnlyList<string>, CancellationToken, Task> RunOwnAsync { get; init; }

    /// <summary>The platform's services, made and not started; null while the configuration is wrong.</summary>
    public IServiceProvider? Platform => _platform.Value;

    internal DatabaseAccess Database { get; }

    /// <summary>Whether the database answers and was migrated at least once.</summary>
    public async Task<bool> HasSchemaAsync(CancellationToken cancellationToken)
        => await Database.OpenAsync(cancellationToken) is { } database
            && await database.ScalarAsync<bool>($"SELECT to_regclass('storage.migration') IS NOT NULL", cancellationToken);

    /// <summary>Opens the scene of a home.</summary>
    /// <param name="home">Need not exist.</param>
    /// <param name="environment">The process's variables.</param>
    /// <param name="rooms">The options that may stand in the configuration.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="platform">Makes the platform's services from a configuration that is right.</param>
    /// <param name="draft">A file in place of the home's <c>middeck.yaml</c>: what it would be after a switch.</param>
    /// <param name="runOwn">Runs our own program; null in a scene where nothing is repaired.</param>
    public static CheckScene Open(
        MiddeckHome home,
        IReadOnlyDictionary<string, string> environment,
        IReadOnlyList<RoomOptions> rooms,
        TimeProvider clock,
        Func<IConfiguration, IServiceProvider> platform,
        string? draft = null,
        Func<IReadOnlyList<string>, CancellationToken, Task>? runOwn = null)
    {
        var (configuration, problem) = Load(home, environment, rooms, draft ?? home.ConfigurationFile);
        return new CheckScene(home, environment, configuration, clock, platform)
        {
            ConfigurationProblem = problem,
            RunOwnAsync = runOwn ?? ((_, _) => throw new InvalidOperationException("This scene cannot run the program.")),
        };
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await Database.DisposeAsync();
        if (_platform.IsValueCreated && _platform.Value is IAsyncDisposable platform)
        {
            await platform.DisposeAsync();
        }
    }

    private static (IConfigurationRoot Configuration, Message? Problem) Load(
        MiddeckHome home, IReadOnlyDictionary<string, string> environment, IReadOnlyList<RoomOptions> rooms, string file)
    {
        var none = new Dictionary<string, string>();
        try
        {
            var configuration = ConfigurationLoader.Load(home, none, environment, file);
            return (configuration, ConfigurationCheck.FirstProblem(configuration, rooms));
        }
        catch (RefusedException ex)
        {
            return (ConfigurationLoader.Load(home, none, none, file: null), ex.Sentence);
        }
    }

    private static ServerOptions ServerOf(IConfiguration configuration)
        => Bound(configuration, ServerOptions.Section, new ServerOptions());

    private static CheckOptions OptionsOf(IConfiguration configuration)
        => Bound(configuration, CheckOptions.Section, new CheckOptions());

    // A value of another type is the configuration check's to tell; the others go on with the defaults.
    private static TOptions Bound<TOptions>(IConfiguration configuration, string section, TOptions defaults)
        where TOptions : class
    {
        try
        {
            return configuration.GetSection(section).Get<TOptions>() ?? defaults;
        }
        catch (InvalidOperationException)
        {
            return defaults;
        }
    }
}
