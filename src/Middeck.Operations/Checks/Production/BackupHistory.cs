namespace Middeck.Operations.Checks.Production;

/// <summary>What is known of a home's backups.</summary>
/// <param name="LastVerified">When a backup was last made or verified without a fault; null when none was.</param>
/// <param name="LastDrilled">When a restore was last tried and went well; null when none was.</param>
/// <param name="IsScheduled">Whether backups are made without being asked for.</param>
public sealed record BackupHistory(DateTimeOffset? LastVerified, DateTimeOffset? LastDrilled, bool IsScheduled);
