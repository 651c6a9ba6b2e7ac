using Middeck.Operations.Checks;

namespace Middeck.Server.Checks;

/// <summary>The checks that ask the rooms.</summary>
public static class PlatformChecks
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<ICheck> All() =>
    [
        new SchemaCheck(),
        new ObjectStoreCheck(),
        new AccountsCheck(),
        new JobsCheck(),
        new ModelProvidersCheck(),
        new SandboxCheck(),
    ];
}
