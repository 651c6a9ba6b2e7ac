using Middeck.Operations.Language;
using Middeck.Operations.Ports;

namespace Middeck.Cli.Commands.Ports;

/// <summary>What <c>middeck ports</c> says.</summary>
internal static class PortSentences
{
    public static Message Same(RegisteredPort port, RegisteredPort other) => new(
        $"{port.Service}.{port.Name} and {other.Service}.{other.Name} both want port {port.Number}.",
        $"{port.Service}.{port.Name} 与 {other.Service}.{other.Name} 都需要端口 {port.Number}。");

    public static Message AskMove(RegisteredPort port, int free, string file) => new(
        $"Give {port.Service}.{port.Name} port {free} instead, in {file}?", $"是否在 {file} 中将 {port.Service}.{port.Name} 改为端口 {free}？");

    public static Message Moved(RegisteredPort port, int free) => new(
        $"{port.Service}.{port.Name} has port {free} from its next start on; its route and the services that name it by ${{port:{port.Service}.{port.Name}}} follow.",
        $"{port.Service}.{port.Name} 下次启动起使用端口 {free}；其路由以及通过 ${{port:{port.Service}.{port.Name}}} 引用它的服务会自动跟随。");

    public static Message Variable(int free) => new(
        $"The variable MIDDECK_PORT says this port, and it counts more than any file. Port {free} is free: MIDDECK_PORT={free} middeck up.",
        $"此端口由环境变量 MIDDECK_PORT 指定，优先于配置文件。端口 {free} 空闲：MIDDECK_PORT={free} middeck up。");

    public static Message NoConflicts(int count) => new($"{count} ports, no conflicts.", $"共 {count} 个端口，没有冲突。");

    public static Message NoFree() => new("No free port was found near it.", "附近没有空闲端口。");

    public static Message Nobody(int port) => new($"Nobody listens on port {port}.", $"没有进程监听端口 {port}。");

    public static Message Unknown(int port) => new(
        $"Port {port} is taken, and the kernel does not tell this user by whom. Run the command as root.",
        $"端口 {port} 已被占用，但当前用户无权查看占用者。请以 root 身份执行。");

    public static Message Ours(int port, string service) => new(
        $"Port {port} is held by our own {service}. Stop it with: middeck down {service}.", $"端口 {port} 由我们自己的 {service} 使用。停止它：middeck down {service}。");

    public static Message AskEnd(int port, PortOwner owner) => new(
        $"Port {port} is held by {PortMessages.Owner(owner)}. Ask it to end (SIGTERM)?", $"端口 {port} 由{PortMessages.ChineseOwner(owner)}占用。是否请求它结束（SIGTERM）？");

    public static Message AskKill(PortOwner owner) => new(
        $"Process {owner.Pid} did not end in 10 s. End it by force (SIGKILL)? What it has not saved is lost.",
        $"进程 {owner.Pid} 在 10 秒内没有结束。是否强制结束（SIGKILL）？未保存的内容将丢失。");

    public static Message Freed(int port) => new($"Port {port} is free.", $"端口 {port} 已释放。");

    public static Message NotFreed(int port) => new($"Port {port} is still taken.", $"端口 {port} 仍被占用。");
}
