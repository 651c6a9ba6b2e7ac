using Middeck.Operations.Checks.Databases;
using Middeck.Operations.Checks.Folders;
using Middeck.Operations.Checks.Machine;
using Middeck.Operations.Checks.Production;
using Middeck.Operations.Checks.Running;

namespace Middeck.Operations.Checks;

/// <summary>The checks that need no more than the home, the machine and the database: they run whatever else is broken.</summary>
public static class LocalChecks
{
    /// <summary>All of them, what others rest on first.</summary>
    /// <param name="backups">What is known of backups.</param>
    public static IReadOnlyList<ICheck> All(IBackupRecords backups) =>
    [
        new ConfigurationFileCheck(),
        new HomeCheck(),
        new PermissionsCheck(),
        new DiskCheck(),
        new LimitsCheck(),
        new LogsCheck(),
        new LeftoversCheck(),
        new EntryPortCheck(),
        new ServicesCheck(),
        new DatabaseReachCheck(),
        new DatabaseLoadCheck(),
        new DatabaseUpkeepCheck(),
        new ClockCheck(),
        new CertificatesCheck(),
        new EnvironmentCheck(),
        new PasswordsCheck(),
        new AlertsCheck(),
        new BackupCheck(backups),
    ];
}
