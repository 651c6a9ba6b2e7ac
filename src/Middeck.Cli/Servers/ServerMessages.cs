using Middeck.Operations.Language;

namespace Middeck.Cli.Servers;

/// <summary>What commands say that work on a server, in both languages.</summary>
internal static class ServerMessages
{
    public static Message NoServer() => new(
        "Name the server: --server https://ai.example.com, or set MIDDECK_SERVER.",
        "请指定服务器：--server https://ai.example.com，或设置 MIDDECK_SERVER。");

    public static Message NoAddress(string text) => new(
        $"'{text}' is no address of a server. Write it as http://host:port or https://host.",
        $"“{text}”不是服务器地址。格式应为 http://主机:端口 或 https://主机。");

    public static Message NoKey() => new(
        "A management key is needed: set MIDDECK_KEY, or give --key md-…. Make one under Settings, Keys.",
        "需要管理密钥：请设置 MIDDECK_KEY，或使用 --key md-…。可在“设置 - 密钥”中创建。");

    public static Message Unreachable(string server, string reason) => new(
        $"{server} does not answer: {Message.Sentence(reason)}",
        $"{server} 无响应：{Message.Quote(reason)}。");

    public static Message KeyRefused(string detail) => new(
        $"The server does not accept the key for this: {Message.Sentence(detail)}",
        $"服务器不接受此密钥执行该操作：{Message.Quote(detail)}。");

    public static Message Refused(string detail) => new(
        $"The server refused: {Message.Sentence(detail)}", $"服务器拒绝：{Message.Quote(detail)}。");

    public static Message NotMiddeck(string server, int status) => new(
        $"{server} answered {status}, and not as Middeck does. Check the address.",
        $"{server} 返回 {status}，且不是 Middeck 的应答。请检查地址。");
}
