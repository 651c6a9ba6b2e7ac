using Middeck.Operations.Backup.Drills;

namespace Middeck.Cli.Commands.Backups;

/// <summary>The answer of <c>middeck backup schedule --json</c>.</summary>
/// <param name="Schedule">Five cron fields in UTC; null when backups are made by hand only.</param>
/// <param name="DrillSchedule">The same for drills.</param>
/// <param name="Daily">Days of which the newest backup stays.</param>
/// <param name="Weekly">Weeks.</param>
/// <param name="Monthly">Months.</param>
/// <param name="LastBackup">The newest backup's name; null when there is none.</param>
/// <param name="LastDrill">The newest drill; null when there was none.</param>
internal sealed record BackupScheduleView(
    string? Schedule, string? DrillSchedule, int Daily, int Weekly, int Monthly, string? LastBackup, DrillRecord? LastDrill);
