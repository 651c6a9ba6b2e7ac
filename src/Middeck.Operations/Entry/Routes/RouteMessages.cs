using Middeck.Operations.Language;

namespace Middeck.Operations.Entry.Routes;

internal static class RouteMessages
{
    public static Message NoPath(string path) => new(
        $"The path {path} is no prefix such as /grafana (letters, digits, - _ . ~ and slashes).",
        $"路径 {path} 不是有效前缀，应形如 /grafana（字母、数字、- _ . ~ 与斜杠）。");

    public static Message Reserved(string path) => new(
        $"The path {path} belongs to the platform. Choose another one, or a host or a port.",
        $"路径 {path} 属于平台自身。请改用其他路径，或使用主机名、端口。");

    public static Message NoHost(string host) => new(
        $"{host} is no host name such as dify.example.com.", $"{host} 不是有效主机名，应形如 dify.example.com。");

    public static Message OwnHost(string host) => new(
        $"The host {host} is the platform's own. Give the service a name of its own.",
        $"主机名 {host} 属于平台自身。请为服务使用单独的主机名。");

    public static Message OwnPort(int port) => new(
        $"The port {port} is the entry's own. Give the service another one.",
        $"端口 {port} 属于统一入口自身。请为服务使用其他端口。");

    public static Message Nowhere() => new(
        "The route names neither a path nor a host nor a port.", "路由未指定路径、主机名或端口。");

    public static Message NoTarget() => new(
        "Nothing says where its requests go: give it a TCP port, a url, or targets in its route.",
        "未指定请求的去向：请填写 TCP 端口、url，或在路由中填写 targets。");

    public static Message Taken(string place, string other) => new(
        $"{place} belongs to the service {other} already.", $"{place} 已属于服务 {other}。");
}
