using Middeck.Operations.Language;

namespace Middeck.Operations.Upgrade;

internal static class UpgradeMessages
{
    public static Message NoProgram(string from) => new(
        $"There is no Middeck in {from}: name a release (.tar.gz) or a folder that holds the program middeck.",
        $"{from} 中没有 Middeck：请指定发布包（.tar.gz）或包含 middeck 程序的目录。");

    public static Message NotUnpacked(string from, string reason) => new(
        $"{from} cannot be unpacked: {Message.Sentence(reason)} Nothing was changed.",
        $"无法解包 {from}：{Message.Quote(reason)}。未做任何更改。");

    public static Message DoesNotRun(string program, string reason) => new(
        $"{program} does not run on this machine: {Message.Sentence(reason)} Nothing was changed.",
        $"{program} 无法在本机运行：{Message.Quote(reason)}。未做任何更改。");

    public static Message NotSwitched(string link, string reason) => new(
        $"{link} cannot be changed: {Message.Sentence(reason)}", $"无法更改 {link}：{Message.Quote(reason)}。");

    public static Message Busy() => new("An upgrade runs already in this home.", "此主目录中已有升级正在进行。");

    public static Message Unfinished(string from, string to) => new(
        $"An upgrade from {from} to {to} was cut off. Go on with: middeck upgrade, or go back with: middeck rollback.",
        $"从 {from} 到 {to} 的升级被中断。继续：middeck upgrade；回退：middeck rollback。");

    public static Message NothingBefore() => new(
        "There is no version to go back to: no upgrade was made in this home since the last rollback.",
        "没有可回退的版本：自上次回退以来，此主目录没有进行过升级。");

    public static Message ProgramGone(string executable) => new(
        $"The program before is gone: {executable}. Install it again and run: middeck upgrade --from FOLDER.",
        $"之前的程序已不存在：{executable}。请重新安装后执行：middeck upgrade --from 目录。");

    public static Message Undone(string from, string to, string reason) => new(
        $"{to} did not start, so {from} runs again with the data from before: {Message.Sentence(reason)}",
        $"{to} 未能启动，已恢复到 {from} 及升级前的数据：{Message.Quote(reason)}。");

    public static Message NotEvenUndone(string from, string reason) => new(
        $"{from} did not start again either: {Message.Sentence(reason)} The data before is back. Repair the cause and run: middeck rollback.",
        $"{from} 也未能重新启动：{Message.Quote(reason)}。升级前的数据已恢复。请排除故障后执行：middeck rollback。");

    public static Message Stopping() => new("Stopping the platform.", "正在停止平台。");

    public static Message NoPage(int port) => new(
        $"No maintenance page: port {port} cannot be had.", $"无法显示维护页面：端口 {port} 不可用。");

    public static Message BackingUp() => new("Making a backup.", "正在备份。");

    public static Message StartingProgram(string version) => new($"Starting {version}.", $"正在启动 {version}。");

    public static Message GoingBack(string version, string reason) => new(
        $"It did not start: {Message.Sentence(reason)} Going back to {version}.", $"启动失败：{Message.Quote(reason)}。正在回退到 {version}。");

    public static Message KeepsData() => new(
        "Both versions have the same schema: the data stays as it is.", "两个版本的数据结构相同，数据保持不变。");
}
