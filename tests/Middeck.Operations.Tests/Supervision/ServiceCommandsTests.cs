using Middeck.Operations.Catalogue;
using Middeck.Operations.Supervision;

namespace Middeck.Operations.Tests.Supervision;

/// <summary>Commands for managers that need not be on this machine: what would be run, word by word.</summary>
public sealed class ServiceCommandsTests : HomeTest
{
    private static readonly ServiceLimits Limits = new(64 * 1024 * 1024, 1.5, 4096);

    [Fact]
    public void A_compose_project_is_started_stopped_and_shown_by_its_name()
    {
        var dify = ServicePresets.Entry(Test.Home, "dify") with { ComposeFile = "docker-compose.yaml" };
        var folder = Path.Combine(Test.Home.Root, "compose", "dify");

        Assert.Equal(
            [
                $"docker compose --project-directory {folder} --file {folder}/docker-compose.yaml --project-name dify up --detach --remove-orphans",
                $"docker compose --project-directory {folder} --file {folder}/docker-compose.yaml --project-name dify stop",
                $"docker compose --project-directory {folder} --file {folder}/docker-compose.yaml --project-name dify ps --status running --quiet",
            ],
            ServiceCommands.Of(dify).Select(command => string.Join(' ', command)));
        Assert.Equal("8080", dify.Environment["EXPOSE_NGINX_PORT"]);
    }

    [Fact]
    public void A_unit_is_systemctls()
        => Assert.Equal(
            ["systemctl start grafana-server", "systemctl stop grafana-server", "systemctl is-active --quiet grafana-server"],
            ServiceCommands.Of(new ServiceEntry("grafana", ServiceKind.Systemd) { Unit = "grafana-server" }).Select(command => string.Join(' ', command)));

    [Fact]
    public void Where_a_cgroup_can_be_made_it_holds_the_limits()
    {
        var mount = Directory.CreateDirectory(Path.Combine(Test.Home.Root, "cgroup", "middeck.service")).FullName;
        File.WriteAllText(Path.Combine(mount, "cgroup.controllers"), "cpuset cpu memory pids\n");
        File.WriteAllText(Path.Combine(Test.Home.Root, "own"), "0::/middeck.service/supervisor\n");
        var tools = LimitTools.Find(Path.Combine(Test.Home.Root, "cgroup"), Path.Combine(Test.Home.Root, "own"), "/nowhere");

        var limiter = new ServiceLimiter(Test.Home, "web", Limits, tools);
        var command = limiter.Wrap(["web"]);

        var group = Path.Combine(mount, $"middeck-{Test.Home.InstanceId}-web");
        Assert.Equal("cgroup", limiter.By);
        Assert.Equal(["sh", group, "prlimit", "--nofile=4096:4096", "--", "web"], command.Skip(3));
        Assert.Equal(("67108864", "150000 100000"), (File.ReadAllText(Path.Combine(group, "memory.max")), File.ReadAllText(Path.Combine(group, "cpu.max"))));
    }

    [Fact]
    public void Else_systemd_holds_them_and_without_it_a_watcher()
    {
        var systemd = new ServiceLimiter(Test.Home, "web", Limits, new LimitTools(null, HasSystemd: true));
        Assert.Equal("systemd", systemd.By);
        Assert.Equal(
            ["--property=MemoryMax=67108864", "--property=CPUQuota=150%", "--", "prlimit", "--nofile=4096:4096", "--", "web"],
            systemd.Wrap(["web"]).SkipWhile(word => !word.StartsWith("--property", StringComparison.Ordinal)));

        var watcher = new ServiceLimiter(Test.Home, "web", Limits with { Cpus = 0.5 }, new LimitTools(null, HasSystemd: false));
        Assert.Equal(("watcher", true), (watcher.By, watcher.IsWatched));
        Assert.Equal(["taskset", "--cpu-list", "0-0", "prlimit", "--nofile=4096:4096", "--", "web"], watcher.Wrap(["web"]));

        Assert.Equal(["web"], new ServiceLimiter(Test.Home, "web", new ServiceLimits(), LimitTools.OfMachine).Wrap(["web"]));
    }
}
