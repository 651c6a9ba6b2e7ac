using Middeck.Cli.Commands.Doctor;
using Middeck.Operations.Environments;
using Middeck.Operations.Language;

namespace Middeck.Cli.Commands.Environments;

/// <summary>What the commands about environments say, in both languages.</summary>
internal static class EnvMessages
{
    public static Message NothingToDo(string environment) => new(
        $"It is set up for {environment} already; nothing was changed.", $"已经是 {environment} 环境，未做更改。");

    public static Message NotReady(DoctorReport readiness) => new(
        $"Not switched: {readiness.Critical} critical findings stand against production ({Codes(readiness)}). Repair them, or override with --force.",
        $"未切换：有 {readiness.Critical} 个严重问题（{Codes(readiness)}）。请先修复，或使用 --force 强制切换。");

    public static Message Forced(DoctorReport readiness) => new(
        $"Warning: --force ignores {Codes(readiness)}.", $"警告：--force 将忽略 {Codes(readiness)}。");

    public static Message Change(string file) => new($"Change {file} like this?", $"按此修改 {file}？");

    public static Message Switched(string environment, ConfigurationBackup? backup, string next) => new(
        $"Switched to {environment}. It counts from the next start on: {next}.{(backup is null ? "" : $" Back with: middeck env restore {backup.Name}")}",
        $"已切换到 {environment}，下次启动后生效：{next}。{(backup is null ? "" : $"恢复：middeck env restore {backup.Name}")}");

    public static Message Overridden(OverriddenView overridden) => new(
        $"Warning: {overridden.By} in the environment overrides {overridden.Key} of the file.",
        $"警告：环境变量 {overridden.By} 会覆盖文件中的 {overridden.Key}。");

    public static Message Restore(ConfigurationBackup backup) => new(
        $"Put the configuration of {backup.Name} back? The present one is kept as a backup.",
        $"恢复 {backup.Name} 的配置？当前配置会另存为备份。");

    public static Message Restored(ConfigurationBackup backup, string next) => new(
        $"The configuration of {backup.Name} is back. It counts from the next start on: {next}.",
        $"已恢复 {backup.Name} 的配置，下次启动后生效：{next}。");

    public static Message NoDifference() => new("There is no difference.", "没有差异。");

    private static string Codes(DoctorReport readiness) => string.Join(", ", readiness.Checks
        .SelectMany(check => check.Findings)
        .Where(finding => finding.Severity == "critical")
        .Select(finding => finding.Code)
        .Distinct());
}
