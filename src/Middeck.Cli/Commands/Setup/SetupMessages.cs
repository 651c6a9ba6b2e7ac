using Middeck.Operations.Language;

namespace Middeck.Cli.Commands.Setup;

/// <summary>What <c>setup</c> and <c>dev</c> say, in both languages.</summary>
internal static class SetupMessages
{
    public static Message OnlyFromClone(string what) => new(
        $"{what} works only from a clone of the sources, by its own ./middeck.", $"{what} 只能在源码仓库中通过 ./middeck 使用。");

    public static Message AskReset(IReadOnlyList<string> targets) => new(
        $"Stop Middeck and remove {string.Join(", ", targets)} with everything in it? Backups and the configuration stay.",
        $"停止 Middeck 并删除 {string.Join("、", targets)} 及其全部内容？备份和配置会保留。");

    public static Message Ready(SetupView view) => new(
        $"{view.Home} is ready. Start with: middeck up", $"{view.Home} 已准备就绪。启动：middeck up");

    public static Message StopFirst() => new(
        "Middeck runs in this home. Stop it first with: middeck down.", "此主目录中 Middeck 正在运行，请先执行：middeck down。");

    public static Message Developing(string server, string console) => new(
        $"API {server} (dotnet watch), console {console} (Vite). Ctrl-C stops both.",
        $"API {server}（dotnet watch），控制台 {console}（Vite）。Ctrl-C 停止。");
}
