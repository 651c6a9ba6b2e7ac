using Microsoft.Extensions.Logging;
using Middeck.Operations.Backup.Drills;

namespace Middeck.Operations.Backup.Schedules;

/// <summary>What is done when its time comes: a backup, after it the removal of those that had their time, and drills.</summary>
internal sealed partial class ScheduledBackup(
    BackupService backups, IDrillPlatform platform, ILogger<ScheduledBackup> logger)
{
    private static readonly BackupRequest Request = new() { Reason = "schedule" };
    private static readonly IProgress<BackupProgress> Silent = new NoProgress();

    public async Task BackUpAsync(CancellationToken cancellationToken)
    {
        var made = await backups.CreateAsync(Request, Silent, cancellationToken);
        LogMade(made.Name, made.Bytes, made.Seconds);
        var removed = await backups.PruneAsync(Request, cancellationToken);
        if (removed.Backups.Count > 0)
        {
            LogRemoved(removed.Backups.Count, removed.Objects);
        }
    }

    public async Task DrillAsync(CancellationToken cancellationToken)
    {
        var record = await backups.DrillAsync("latest", Request, platform, Silent, cancellationToken);
        if (record.Passed)
        {
            LogPassed(record.Backup, record.Seconds);
        }
        else
        {
            LogFailed(record.Backup, record.Problem);
        }
    }

    private sealed class NoProgress : IProgress<BackupProgress>
    {
        public void Report(BackupProgress value)
        {
            // Nobody watches a schedule.
        }
    }

    [LoggerMessage(LogLevel.Information, "The backup {Name} was made: {Bytes} bytes in {Seconds} s.")]
    private partial void LogMade(string name, long bytes, double seconds);

    [LoggerMessage(LogLevel.Information, "{Count} backups had their time and were removed, with {Objects} objects that no other needed.")]
    private partial void LogRemoved(int count, int objects);

    [LoggerMessage(LogLevel.Information, "The restore for trial of {Name} passed in {Seconds} s.")]
    private partial void LogPassed(string name, double seconds);

    [LoggerMessage(LogLevel.Error, "The restore for trial of {Name} failed: {Problem}")]
    private partial void LogFailed(string name, string? problem);
}
