using Middeck.Operations.Backup;
using Middeck.Operations.Backup.Drills;
using Middeck.Operations.Backup.Manifests;

namespace Middeck.Operations.Management.Backups;

/// <summary>The backups of the installation and how they are made.</summary>
/// <param name="Address">The folder or bucket.</param>
/// <param name="Schedule">Five cron fields in UTC; null when none are made by themselves.</param>
/// <param name="DrillSchedule">The same for restores for trial.</param>
/// <param name="Encryption">How the next one is sealed: <c>none</c>, <c>passphrase</c> or <c>age</c>.</param>
/// <param name="Retention">How many scheduled ones stay.</param>
/// <param name="Data">Those whose manifest can be read, the newest first.</param>
/// <param name="Damaged">Names of the others.</param>
/// <param name="Drills">Restores for trial, the newest first.</param>
public sealed record BackupListView(
    string Address,
    string? Schedule,
    string? DrillSchedule,
    string Encryption,
    BackupRetention Retention,
    IReadOnlyList<BackupView> Data,
    IReadOnlyList<string> Damaged,
    IReadOnlyList<DrillRecord> Drills);

/// <summary>One backup.</summary>
/// <param name="Name">The moment in UTC.</param>
/// <param name="Reason"><c>manual</c>, <c>schedule</c> or <c>upgrade</c>.</param>
/// <param name="CreatedAt">When it was begun.</param>
/// <param name="Seconds">How long it took.</param>
/// <param name="Bytes">Of its files and all its objects, as they are kept.</param>
/// <param name="ProgramVersion">The platform's.</param>
/// <param name="Encryption">How it is sealed.</param>
/// <param name="IncludesKeys">Whether the keys are in it: without them secrets cannot be read after a restore.</param>
/// <param name="Objects">How many uploaded files.</param>
/// <param name="Rows">How many rows.</param>
public sealed record BackupView(
    string Name,
    string Reason,
    DateTimeOffset CreatedAt,
    double Seconds,
    long Bytes,
    string ProgramVersion,
    string Encryption,
    bool IncludesKeys,
    int Objects,
    long Rows)
{
    internal static BackupView Of(BackupManifest backup) => new(
        backup.Name,
        backup.Reason,
        backup.CreatedAt,
        backup.Seconds,
        backup.Bytes,
        backup.ProgramVersion,
        backup.Encryption.Method,
        backup.IncludesKeys,
        backup.Objects.Count,
        backup.Rows.Values.Sum());
}

/// <summary>Work on backups that has begun.</summary>
/// <param name="JobId">The job, which tells how far it is.</param>
public sealed record BackupJobView(Guid JobId);
