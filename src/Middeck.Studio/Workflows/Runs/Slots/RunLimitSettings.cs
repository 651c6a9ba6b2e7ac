using Middeck.Studio.Configuration;

namespace Middeck.Studio.Workflows.Runs.Slots;

/// <summary>How many runs of an app may work at a time: <c>"middeck": {"max_active_runs": 5}</c>; 0 or nothing for as many as the node takes.</summary>
internal static class RunLimitSettings
{
    private const int Most = 10_000;

    public static int? Read(AppConfig config)
        => config.Section("middeck").Member("max_active_runs").WholeNumber() is > 0 and var most ? most : null;

    public static void Check(FieldCheck root)
        => root.Member("middeck").Object().Member("max_active_runs").WholeNumber(0, Most);
}
