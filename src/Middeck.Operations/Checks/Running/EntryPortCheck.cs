using System.Globalization;
using System.Net;
using Middeck.Operations.Environments;
using Middeck.Operations.Language;
using Middeck.Operations.Ports;
using Middeck.Operations.Supervision;

namespace Middeck.Operations.Checks.Running;

/// <summary>Whether the entry port can be had while the platform does not hold it.</summary>
internal sealed class EntryPortCheck() : LocalCheck("entry_port", new Message("The entry port is free or ours", "入口端口可用"))
{
    protected override IEnumerable<Finding> Find(CheckScene scene)
    {
        var (port, address) = (scene.Server.Port, scene.Server.Address);
        if (port == 0
            || !IPAddress.TryParse(address, out var ip)
            || new Installation(scene.Home, scene.Clock).PidOf(ServiceNames.Platform) is not null)
        {
            yield break;
        }

        if (!PortProbe.IsAllowed(port))
        {
            yield return new Finding(
                "entry_port.not_allowed",
                Severity.Critical,
                new Message(
                    $"Port {port} is below 1024 and this user may not open it.", $"端口 {port} 低于 1024，当前用户无权使用。"),
                $"sudo sysctl net.ipv4.ip_unprivileged_port_start={port}");
        }
        else if (!PortProbe.IsFree(ip, port))
        {
            var owner = PortOwner.Of(port);
            var free = PortProbe.FirstFree(ip, port + 1);
            yield return new Finding(
                "entry_port.taken",
                Severity.Critical,
                new Message(
                    $"Port {port} is taken by {(owner is null ? "a process of another user" : $"process {owner.Pid} ({owner.Command})")}.",
                    $"端口 {port} 已被{(owner is null ? "其他用户的进程" : $"进程 {owner.Pid}（{owner.Command}）")}占用。"),
                $"middeck up --port {free}")
            {
                Repair = free is { } other ? Move(scene, other) : null,
            };
        }
    }

    private static Repair Move(CheckScene scene, int port) => Repair.Of(
        new Message(
            $"Use port {port} from now on (server.port in middeck.yaml)?",
            $"今后改用端口 {port}（middeck.yaml 中的 server.port）？"),
        () =>
        {
            new ConfigurationBackups(scene.Home, scene.Clock).Create();
            ConfigurationFile.Change(
                scene.Home.ConfigurationFile,
                [new SettingChange("server", "port", port.ToString(CultureInfo.InvariantCulture))]);
        });
}
