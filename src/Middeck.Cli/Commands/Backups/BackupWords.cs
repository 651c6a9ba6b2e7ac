using System.Globalization;
using Middeck.Operations.Backup;
using Middeck.Operations.Backup.Checking;
using Middeck.Operations.Backup.Drills;
using Middeck.Operations.Backup.Manifests;
using Middeck.Operations.Backup.Restoring;
using Middeck.Operations.Language;

namespace Middeck.Cli.Commands.Backups;

/// <summary>What the commands on backups say, in both languages.</summary>
internal static class BackupWords
{
    public static Message Made(BackupManifest backup) => new(
        $"The backup {backup.Name} is made: {Sizes.Show(backup.Bytes)}, {backup.Objects.Count} uploaded files ({backup.Objects.Copied} new), {Seconds(backup.Seconds)} s.",
        $"备份 {backup.Name} 已完成：{Sizes.Show(backup.Bytes)}，{backup.Objects.Count} 个上传文件（新增 {backup.Objects.Copied} 个），用时 {Seconds(backup.Seconds)} 秒。");

    public static Message WithoutKeys() => new(
        "It is not encrypted, so the folder keys/ is not in it: keep keys/master elsewhere, or encrypt with --passphrase-file or --recipient. Without that key the secrets in the database cannot be read.",
        "备份未加密，因此不包含 keys/ 目录：请另行妥善保存 keys/master，或用 --passphrase-file、--recipient 加密。没有该密钥将无法读取数据库中的机密。");

    public static Message DamagedObject(string key) => new(
        $"Left out: the uploaded file {key} is damaged on the disk. Look for it in an earlier backup.",
        $"已跳过：上传文件 {key} 在磁盘上已损坏，请从更早的备份中寻找。");

    public static Message Empty(string address) => new(
        $"There is no backup in {address}. Make one with: middeck backup create.",
        $"{address} 中没有备份。可用 middeck backup create 创建。");

    public static Message Whole(BackupCheck check) => check.Opened
        ? new(
            $"The backup {check.Name} is whole: {check.Parts} files and {check.Objects} uploaded files compared, opened and read to their end ({Sizes.Show(check.Bytes)}).",
            $"备份 {check.Name} 完好：{check.Parts} 个文件和 {check.Objects} 个上传文件均已校验并完整读取（{Sizes.Show(check.Bytes)}）。")
        : new(
            $"The sums of the backup {check.Name} are right: {check.Parts} files and {check.Objects} uploaded files ({Sizes.Show(check.Bytes)}). With its key it would be opened too.",
            $"备份 {check.Name} 的校验和正确：{check.Parts} 个文件和 {check.Objects} 个上传文件（{Sizes.Show(check.Bytes)}）。提供密钥后还可打开检查。");

    public static Message MayOverwrite(string home) => new(
        $"Replace the database, the configuration and the keys of {home} by the backup?",
        $"用备份替换 {home} 的数据库、配置和密钥？");

    public static Message Restored(RestoreOutcome outcome) => new(
        $"The backup {outcome.Backup.Name} is restored in {outcome.Home}: {outcome.Backup.Rows.Values.Sum()} rows and {outcome.Objects} uploaded files in {Seconds(outcome.Seconds)} s. Start it with: MIDDECK_HOME={outcome.Home} middeck up.",
        $"备份 {outcome.Backup.Name} 已恢复到 {outcome.Home}：{outcome.Backup.Rows.Values.Sum()} 行数据、{outcome.Objects} 个上传文件，用时 {Seconds(outcome.Seconds)} 秒。启动：MIDDECK_HOME={outcome.Home} middeck up。");

    public static Message BackAt(DateTimeOffset moment) => new(
        $"The database is as it was at {moment.UtcDateTime:u}. Start it with: middeck up.",
        $"数据库已恢复到 {moment.UtcDateTime:u} 的状态。启动：middeck up。");

    public static Message PutKeyBack(string keys) => new(
        $"The backup has no keys. Before the first start put the old file master into {keys} (mode 0600): without it the secrets in the database cannot be read and the platform does not start.",
        $"备份中不含密钥。首次启动前请把原来的 master 文件放入 {keys}（权限 0600）：否则无法读取数据库中的机密，平台不能启动。");

    public static Message NameOrExpired() => new(
        "Name a backup, or say --expired for all that had their time.",
        "请指定备份名称，或用 --expired 删除所有过期备份。");

    public static Message MayDelete(IReadOnlyList<string> names) => new(
        $"Remove {string.Join(", ", names)} for good?",
        $"永久删除 {string.Join("、", names)}？");

    public static Message Removed(BackupRemoval removal) => new(
        $"{removal.Backups.Count} backups and {removal.Objects} uploaded files that no other needs were removed ({Sizes.Show(removal.ObjectBytes)}).",
        $"已删除 {removal.Backups.Count} 个备份及 {removal.Objects} 个不再需要的上传文件（{Sizes.Show(removal.ObjectBytes)}）。");

    public static Message BadCron(string value) => new(
        $"{value} is no schedule: write five cron fields in UTC, minute hour day month weekday, such as \"30 3 * * *\" for half past three each night, or off.",
        $"{value} 不是有效的计划：请填写五段 cron 表达式（UTC，分 时 日 月 周），如 \"30 3 * * *\" 表示每晚三点半；或 off。");

    public static Message ScheduleSet() => new(
        "It is in middeck.yaml and counts from the next start: middeck restart platform.",
        "已写入 middeck.yaml，下次启动后生效：middeck restart platform。");

    public static Message Schedule(BackupScheduleView view) => new(
        $"Backups: {view.Schedule ?? "by hand only"}. Drills: {view.DrillSchedule ?? "by hand only"}. Kept: {view.Daily} days, {view.Weekly} weeks, {view.Monthly} months. Last backup: {view.LastBackup ?? "none"}. Last drill: {(view.LastDrill is { } drill ? $"{drill.StartedAt:u} {(drill.Passed ? "passed" : "failed")}" : "none")}.",
        $"备份：{view.Schedule ?? "仅手动"}。演练：{view.DrillSchedule ?? "仅手动"}。保留：{view.Daily} 天、{view.Weekly} 周、{view.Monthly} 月。最近备份：{view.LastBackup ?? "无"}。最近演练：{(view.LastDrill is { } last ? $"{last.StartedAt:u} {(last.Passed ? "通过" : "失败")}" : "无")}。");

    public static Message Drill(DrillRecord record) => record.Passed
        ? new(
            $"The drill of {record.Backup} passed in {Seconds(record.Seconds)} s: {record.Rows} rows in {record.Tables} tables are as counted, {record.Objects} uploaded files (restored in {Seconds(record.RestoreSeconds)} s).",
            $"备份 {record.Backup} 演练通过，用时 {Seconds(record.Seconds)} 秒：{record.Tables} 张表共 {record.Rows} 行与清单一致，{record.Objects} 个上传文件（恢复用时 {Seconds(record.RestoreSeconds)} 秒）。")
        : new(
            $"The drill of {record.Backup} failed: {Message.Sentence(record.Problem ?? "")}",
            $"备份 {record.Backup} 演练失败：{Message.Quote(record.Problem ?? "")}。");

    private static string Seconds(double seconds) => seconds.ToString("0.#", CultureInfo.InvariantCulture);
}
