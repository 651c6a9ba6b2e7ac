using Middeck.Operations.Home;

namespace Middeck.Operations.Supervision;

/// <summary>The runtime's settings for our processes. What the operator set stays as it is.</summary>
internal static class PlatformEnvironment
{
    // One heap instead of one per core: a small machine's memory counts more than the last tenth of throughput.
    private static readonly (string Name, string Value)[] Platform =
    [
        ("DOTNET_gcServer", "0"),
        ("DOTNET_GCConserveMemory", "5"),
        // Else a generation as large as the processor's cache is filled before the first collection: 32 MB and more of nothing, at rest.
        ("DOTNET_GCgen0MaxBudget", "0x1000000"),
    ];

    // The supervisor runs a few methods for ever: no second compilation, no background collector, no culture, and no double
    // mapping of the little code that is compiled at run time.
    private static readonly (string Name, string Value)[] Supervisor =
    [
        ("DOTNET_gcServer", "0"),
        ("DOTNET_gcConcurrent", "0"),
        ("DOTNET_TieredPGO", "0"),
        ("DOTNET_EnableWriteXorExecute", "0"),
        ("DOTNET_SYSTEM_GLOBALIZATION_INVARIANT", "1"),
        ("DOTNET_GCHeapHardLimit", "0x4000000"),
    ];

    private static readonly string[] Secrets =
    [
        "MIDDECK_SECRET_KEY", "MIDDECK_ADMIN_PASSWORD", "MIDDECK_DATABASE__CONNECTION", "DATABASE_URL", "DB_PASSWORD",
        "JWT_ACCESS_SECRET", "JWT_REFRESH_SECRET",
    ];

    /// <summary>For <c>middeck serve</c>. The supervisor's own settings do not pass on to it.</summary>
    public static Dictionary<string, string?> For(MiddeckHome home)
    {
        var environment = new Dictionary<string, string?> { ["MIDDECK_HOME"] = home.Root };
        foreach (var (name, value) in Supervisor)
        {
            if (Environment.GetEnvironmentVariable(name) == value)
            {
                environment[name] = null;
            }
        }

        AddMissing(environment, Platform);
        return environment;
    }

    /// <summary>For <c>middeck supervise</c>.</summary>
    public static Dictionary<string, string?> ForSupervisor(MiddeckHome home)
    {
        var environment = new Dictionary<string, string?> { ["MIDDECK_HOME"] = home.Root };
        AddMissing(environment, Supervisor);
        return environment;
    }

    /// <summary>For somebody else's program: without the supervisor's settings and without what the operator gave the platform alone.</summary>
    public static Dictionary<string, string?> WithoutOurs(MiddeckHome home)
    {
        var environment = new Dictionary<string, string?> { ["MIDDECK_HOME"] = home.Root };
        foreach (var (name, _) in Supervisor.Where(setting => Environment.GetEnvironmentVariable(setting.Name) == setting.Value))
        {
            environment[name] = null;
        }

        foreach (var name in Secrets.Where(name => Environment.GetEnvironmentVariable(name) is not null))
        {
            environment[name] = null;
        }

        return environment;
    }

    private static void AddMissing(Dictionary<string, string?> environment, (string Name, string Value)[] settings)
    {
        foreach (var (name, value) in settings)
        {
            if (environment.ContainsKey(name) || Environment.GetEnvironmentVariable(name) is null)
            {
                environment[name] = value;
            }
        }
    }
}
