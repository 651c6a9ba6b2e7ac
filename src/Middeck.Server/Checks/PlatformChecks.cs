using Middeck.Operations.Checks;
using Middeck.Operations.Checks.Production;

namespace Middeck.Server.Checks;

/// <summary>The checks of the platform.</summary>
public static class PlatformChecks
{
    /// <summary>All of them: those that look at the machine and the home, then those that ask the rooms.</summary>
    public static Checkup Checkup { get; } = new([.. LocalChecks.All(new BackupFolder()), .. OfRooms()]);

    private static IReadOnlyList<ICheck> OfRooms() =>
    [
        new SchemaCheck(),
        new ObjectStoreCheck(),
        new AccountsCheck(),
        new JobsCheck(),
        new ModelProvidersCheck(),
        new SandboxCheck(),
    ];
}
