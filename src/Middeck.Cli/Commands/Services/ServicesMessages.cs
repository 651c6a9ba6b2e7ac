using Middeck.Operations.Language;

namespace Middeck.Cli.Commands.Services;

/// <summary>What <c>middeck services</c> says.</summary>
internal static class ServicesMessages
{
    public static Message Empty() => new(
        "The catalogue has no services. See what can be added: middeck services presets.",
        "服务目录为空。查看可添加的预置服务：middeck services presets。");

    public static Message Added(string name, string file) => new(
        $"{name} stands in {file} now. Start it with: middeck up {name}.", $"已将 {name} 写入 {file}。启动：middeck up {name}。");

    public static Message ProgramMissing(string program) => new(
        $"Its program {program} is not installed here yet.", $"此机器上尚未安装程序 {program}。");

    public static Message Removed(string name) => new(
        $"{name} is out of the catalogue; its data stays. If it runs, stop it with: middeck services reload.",
        $"已从目录中移除 {name}，其数据保留。如果它正在运行，请执行 middeck services reload 停止它。");

    public static Message Good(int count, string file) => new(
        $"{file}: {count} services, no faults.", $"{file}：{count} 个服务，没有错误。");

    public static Message AskRemove(string name) => new($"Take {name} out of the catalogue?", $"是否将 {name} 从目录中移除？");

    public static Message Reloaded() => new("The catalogue was read again.", "已重新读取服务目录。");

    public static Message NothingDone() => new("Nothing was done.", "未做任何操作。");
}
