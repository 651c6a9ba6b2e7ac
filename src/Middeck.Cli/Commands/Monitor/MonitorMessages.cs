using Middeck.Operations.Language;

namespace Middeck.Cli.Commands.Monitor;

/// <summary>What <c>middeck monitor</c> says.</summary>
internal static class MonitorMessages
{
    public static Message Written(string file) => new($"The report is in {file}.", $"报告已写入 {file}。");

    public static Message NoErrors(int hours) => new($"No errors in the last {hours} hours.", $"最近 {hours} 小时没有错误。");

    public static Message Machine() => new("Machine", "主机");

    public static Message Errors(int hours) => new($"Errors of the last {hours} hours", $"最近 {hours} 小时的错误");

    public static Message Services() => new("Services", "服务");

    public static Message Title() => new("Middeck: report", "Middeck 监控报告");

    public static Message Every(int seconds) => new($"Every {seconds} s; Ctrl-C ends.", $"每 {seconds} 秒刷新，按 Ctrl-C 结束。");
}
