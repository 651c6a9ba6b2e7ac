using System.Net;
using Middeck.Operations.Language;

namespace Middeck.Operations.Ports;

/// <summary>Says before a start whether the entry port can be had.</summary>
public static class EntryPort
{
    /// <summary>Checks the port that the platform will listen on.</summary>
    /// <exception cref="RefusedException">It is taken, or needs a right that this user lacks.</exception>
    public static void Require(string address, int port)
    {
        if (port == 0)
        {
            return;
        }

        if (!PortProbe.IsAllowed(port))
        {
            throw new RefusedException(ExitCode.PortUnavailable, NotAllowed(port));
        }

        var ip = IPAddress.Parse(address);
        if (!PortProbe.IsFree(ip, port))
        {
            throw new RefusedException(
                ExitCode.PortUnavailable, Taken(port, PortOwner.Of(port), PortProbe.FirstFree(ip, port + 1)));
        }
    }

    private static Message NotAllowed(int port) => new(
        $"Ports below 1024 need a right that this user lacks. Allow it once with: sudo sysctl net.ipv4.ip_unprivileged_port_start={port}, or choose another: middeck up --port 7080.",
        $"当前用户无权使用 1024 以下的端口。可执行一次：sudo sysctl net.ipv4.ip_unprivileged_port_start={port}，或改用其他端口：middeck up --port 7080。");

    private static Message Taken(int port, PortOwner? owner, int? free)
    {
        var english = owner is null ? "a process of another user" : $"process {owner.Pid} ({owner.Command})";
        var chinese = owner is null ? "其他用户的进程" : $"进程 {owner.Pid}（{owner.Command}）";
        return new Message(
            $"Port {port} is taken by {english}. Stop it, or choose another: middeck up --port {free ?? 7080}.",
            $"端口 {port} 已被{chinese}占用。请先停止它，或改用其他端口：middeck up --port {free ?? 7080}。");
    }
}
