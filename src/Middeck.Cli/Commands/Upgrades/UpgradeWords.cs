using Middeck.Operations.Language;
using Middeck.Operations.Upgrade;

namespace Middeck.Cli.Commands.Upgrades;

/// <summary>What the commands on versions say, in both languages.</summary>
internal static class UpgradeWords
{
    public static Message Done(UpgradeOutcome outcome) => outcome.Changed
        ? new(
            $"{outcome.To} runs now instead of {outcome.From}.{(outcome.Backup is { } backup ? $" The data before is in the backup {backup}." : "")}",
            $"已从 {outcome.From} 切换到 {outcome.To}。{(outcome.Backup is { } kept ? $"之前的数据保存在备份 {kept} 中。" : "")}")
        : new($"{outcome.To} runs already.", $"{outcome.To} 已在运行。");

    public static Message MayGoBack(string backup) => new(
        $"The data goes back to the backup {backup}; what came since the upgrade is lost. Go back?",
        $"数据将恢复到备份 {backup}，升级之后产生的数据会丢失。是否回退？");
}
