using System.Globalization;
using Middeck.Operations.Backup.Manifests;

namespace Middeck.Operations.Backup.Keeping;

/// <summary>Says which backups have had their time.</summary>
internal static class Retention
{
    /// <summary>All but the newest of each of the last days, weeks and months that have one, the newest of all, and the newest before an upgrade.</summary>
    /// <param name="backups">The newest first.</param>
    /// <param name="keep">How many of each.</param>
    public static IReadOnlyList<BackupManifest> Expired(IReadOnlyList<BackupManifest> backups, BackupRetention keep)
    {
        if (keep is { Daily: 0, Weekly: 0, Monthly: 0 })
        {
            return [];
        }

        var kept = backups.Take(1)
            // The way back after an upgrade goes through it.
            .Concat(backups.Where(backup => backup.Reason == "upgrade").Take(1))
            .Concat(NewestOfEach(backups, keep.Daily, time => time.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)))
            .Concat(NewestOfEach(backups, keep.Weekly, time => $"{ISOWeek.GetYear(time)}-{ISOWeek.GetWeekOfYear(time)}"))
            .Concat(NewestOfEach(backups, keep.Monthly, time => time.ToString("yyyy-MM", CultureInfo.InvariantCulture)));
        return [.. backups.Except(kept)];
    }

    private static IEnumerable<BackupManifest> NewestOfEach(
        IReadOnlyList<BackupManifest> backups, int count, Func<DateTime, string> period)
        => backups.GroupBy(backup => period(backup.CreatedAt.UtcDateTime)).Take(count).Select(group => group.First());
}
