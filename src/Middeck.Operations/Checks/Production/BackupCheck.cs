using Middeck.Operations.Language;

namespace Middeck.Operations.Checks.Production;

/// <summary>Whether backups are made, whole, and were tried: one that nobody restored is a hope.</summary>
internal sealed class BackupCheck(IBackupRecords records) : LocalCheck(
    "backup", new Message("Backups are made and were restored once", "定期备份且演练过恢复"), isReadiness: true)
{
    protected override Message? NotNow(CheckScene scene) => scene.IsProduction ? null : CheckMessages.OnlyInProduction();

    protected override IEnumerable<Finding> Find(CheckScene scene)
    {
        var history = records.Read(scene.Home, scene.Configuration);
        var now = scene.Clock.GetUtcNow();
        if (history.LastVerified is not { } verified)
        {
            yield return new Finding(
                "backup.none",
                Severity.Critical,
                new Message("There is no verified backup.", "没有经过校验的备份。"),
                "middeck backup create");
        }
        else if (now - verified > TimeSpan.FromDays(scene.Options.BackupDays))
        {
            yield return new Finding(
                "backup.old",
                Severity.Warning,
                new Message(
                    $"The last verified backup is of {verified:yyyy-MM-dd}.", $"最近一次校验通过的备份是 {verified:yyyy-MM-dd}。"),
                "middeck backup create");
        }

        if (!history.IsScheduled)
        {
            yield return new Finding(
                "backup.not_scheduled",
                Severity.Warning,
                new Message("No schedule makes backups.", "没有设置定时备份。"),
                "middeck backup schedule");
        }

        if (history.LastDrilled is not { } drilled || now - drilled > TimeSpan.FromDays(scene.Options.DrillDays))
        {
            yield return new Finding(
                "backup.not_drilled",
                Severity.Warning,
                new Message(
                    $"No restore was tried in the last {scene.Options.DrillDays} days.", $"最近 {scene.Options.DrillDays} 天内没有演练过恢复。"),
                "middeck drill");
        }
    }
}
