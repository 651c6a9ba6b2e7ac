using Middeck.Operations.Catalogue;
using Middeck.Operations.Language;

namespace Middeck.Operations.Ports;

/// <summary>What is said about ports, in both languages.</summary>
public static class PortMessages
{
    internal static Message NotAllowed(string service, ServicePort port) => new(
        $"{service} wants port {port.Number}, and ports below 1024 need a right that this user lacks. Allow it once with: sudo sysctl net.ipv4.ip_unprivileged_port_start={port.Number}, or give it another in services.yaml.",
        $"{service} 需要端口 {port.Number}，当前用户无权使用 1024 以下的端口。可执行一次：sudo sysctl net.ipv4.ip_unprivileged_port_start={port.Number}，或在 services.yaml 中改用其他端口。");

    /// <summary>A port that a service cannot have, who has it, and the ways out.</summary>
    public static Message Taken(string service, int port, PortOwner? owner) => new(
        $"{service} wants port {port}, which is taken by {Owner(owner)}. Choose another with: middeck ports check, or free it with: middeck ports free {port}.",
        $"{service} 需要的端口 {port} 已被{ChineseOwner(owner)}占用。换一个端口：middeck ports check；释放端口：middeck ports free {port}。");

    /// <summary>The owner within an English sentence.</summary>
    public static string Owner(PortOwner? owner)
        => owner is null ? "a process of another user" : $"process {owner.Pid} ({owner.Command}) of {owner.User}";

    /// <summary>The owner within a Chinese sentence.</summary>
    public static string ChineseOwner(PortOwner? owner)
        => owner is null ? "其他用户的进程" : $"用户 {owner.User} 的进程 {owner.Pid}（{owner.Command}）";
}
