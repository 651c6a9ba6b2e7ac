using Middeck.Operations.Catalogue;
using Middeck.Operations.Processes;
using Middeck.Operations.Supervision;

namespace Middeck.Operations.Tests.Supervision;

/// <summary>A real supervisor over services of a catalogue; shells stand in for the platform and for the services.</summary>
public sealed class CatalogueSupervisionTests : HomeTest
{
    private static readonly string[] Platform = ["/bin/sh", "-c", "exec sleep 600"];

    private readonly StringWriter _log = new();

    [Fact]
    public async Task A_service_starts_when_those_that_it_needs_are_healthy()
    {
        Write(
            """
            services:
              second:
                command: [sleep, "600"]
                depends_on: first
              first:
                command: [sleep, "600"]
                health: { command: [test, -f, "${home}/ready"], interval: 100ms }
            """);
        await using var supervisor = Supervise();
        await Eventually.TrueAsync(() => Of("first") is { Pid: not null, Health: HealthState.Starting }, "the first to start");
        Assert.Equal((ServiceState.Starting, ServiceState.Waiting), (Of("first")!.State, Of("second")!.State));

        await File.WriteAllTextAsync(Path.Combine(Test.Home.Root, "ready"), "");

        await Eventually.TrueAsync(() => Of("second")?.State == ServiceState.Running, "the second to run");
        Assert.Equal((ServiceState.Running, HealthState.Healthy), (Of("first")!.State, Of("first")!.Health));
    }

    [Fact]
    public async Task One_that_ends_again_and_again_is_left_alone_and_its_last_line_is_kept()
    {
        Write("services:\n  broken:\n    command: [sh, -c, \"echo no licence; exit 3\"]\n    restart: { most_failures: 3 }\n");
        await using var supervisor = Supervise();

        await Eventually.TrueAsync(() => Of("broken")?.State == ServiceState.Failed, "the crash loop's end");

        var status = Of("broken")!;
        Assert.Equal((2, 3, "no licence"), (status.Restarts, status.LastExitCode, status.LastWords));
    }

    [Fact]
    public async Task One_that_is_not_healthy_is_started_again_until_it_has_failed_too_often()
    {
        Write(
            """
            services:
              deaf:
                command: [sleep, "600"]
                health: { tcp: "127.0.0.1:1", interval: 50ms, failures: 2, start_period: 0s }
                restart: { most_failures: 2 }
            """);
        await using var supervisor = Supervise();

        await Eventually.TrueAsync(() => Of("deaf")?.State == ServiceState.Failed, "the end of trying");

        Assert.Equal(1, Of("deaf")!.Restarts);
        Assert.Equal("not healthy: Connection refused", Of("deaf")!.LastWords);
    }

    [Fact]
    public async Task Limits_hold()
    {
        Write(
            """
            services:
              hungry:
                command: [python3, -c, "import time; a = bytearray(200_000_000); time.sleep(600)"]
                limits: { memory: 64MB }
                restart: { most_failures: 1 }
              modest:
                command: [sh, -c, "ulimit -n; exec sleep 600"]
                limits: { open_files: 77 }
            """);
        await using var supervisor = Supervise();

        await Eventually.TrueAsync(() => Of("hungry")?.State == ServiceState.Failed, "the end of the hungry one");
        await Eventually.TrueAsync(() => File.ReadAllText(Test.Home.LogOf("modest")).Contains("77", StringComparison.Ordinal), "its limit");

        // A cgroup's limit is the kernel's to hold; else we look, and say what we saw.
        Assert.Matches(Of("hungry")!.LimitsBy == "watcher" ? "it held .* MB of memory and may hold 64 MB" : "ended by signal 9", Of("hungry")!.LastWords);
        Assert.Equal("prlimit", Of("modest")!.LimitsBy);
    }

    [Fact]
    public async Task What_a_service_started_is_stopped_with_it()
    {
        Write("services:\n  parent:\n    command: [sh, -c, \"sleep 600 & exec sleep 601\"]\n");
        var supervisor = Supervise();
        await Eventually.TrueAsync(() => Pid("parent") is { } parent && ProcessFamily.Look().Of(parent).Count == 2, "parent and child");
        var family = ProcessFamily.Look().Of(Pid("parent")!.Value);

        await supervisor.DisposeAsync();

        Assert.DoesNotContain(family, member => member.IsAlive);
        Assert.False(Test.Installation.IsRunning);
    }

    [Fact]
    public async Task What_a_killed_supervisor_left_is_adopted_unless_its_entry_changed()
    {
        Write("services:\n  same:\n    command: [sleep, \"600\"]\n  other:\n    command: [sleep, \"601\"]\n");
        var same = await OrphanAsync("same");
        var other = await OrphanAsync("other");
        Write("services:\n  same:\n    command: [sleep, \"600\"]\n    description: the same still\n  other:\n    command: [sleep, \"602\"]\n");

        await using var supervisor = Supervise();
        await Eventually.TrueAsync(() => Of("same")?.State == ServiceState.Running && Of("other")?.State == ServiceState.Running, "both");

        Assert.Equal(same, Pid("same"));
        Assert.False(other.IsAlive);
        await Eventually.TrueAsync(() => ProcessFacts.Of(Of("other")!.Pid!.Value)?.Command == "sleep 602", "the new command");
    }

    [Fact]
    public async Task What_a_killed_supervisor_left_is_stopped_without_one_even_when_the_catalogue_is_gone()
    {
        Write("services:\n  left:\n    command: [sleep, \"600\"]\n");
        var left = await OrphanAsync("left");
        File.Delete(Test.Home.ServicesFile);

        Assert.True(await Test.Installation.StopAsync(CancellationToken.None));

        Assert.False(left.IsAlive);
        Assert.Empty(Directory.GetFiles(Test.Home.Run, "left.*"));
    }

    [Fact]
    public async Task Orders_by_the_socket_stop_start_and_reload()
    {
        Write("services:\n  low:\n    command: [sleep, \"600\"]\n  high:\n    command: [sleep, \"600\"]\n    depends_on: low\n");
        await using var supervisor = Supervise();
        await Eventually.TrueAsync(() => Of("high")?.State == ServiceState.Running, "both");
        var client = new SupervisorClient(Test.Home);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Test.Home.RunFile("supervisor.sock")));

        var needed = await client.AskAsync(new SupervisorRequest(SupervisorCommand.Stop, ["low"]), CancellationToken.None);
        Assert.Equal(["high"], needed.Dependents);
        Assert.NotNull(Pid("low"));
        var stopped = await client.AskAsync(new SupervisorRequest(SupervisorCommand.Stop, ["low"], WithDependents: true), CancellationToken.None);
        Assert.All(stopped.Services.Where(service => service.Kind == "process"), service => Assert.Equal(ServiceState.Stopped, service.State));

        await client.AskAsync(new SupervisorRequest(SupervisorCommand.Start, ["high"]), CancellationToken.None);
        await Eventually.TrueAsync(() => Of("high")?.State == ServiceState.Running && Pid("low") is not null, "both again");
        var low = Pid("low");

        Write("services:\n  low:\n    comand: [sleep]\n");
        var refusal = await Assert.ThrowsAsync<RefusedException>(
            () => client.AskAsync(new SupervisorRequest(SupervisorCommand.Reload), CancellationToken.None));
        Assert.Contains("services.yaml:3: services.low.comand", refusal.Message, StringComparison.Ordinal);

        Write("services:\n  low:\n    command: [sleep, \"600\"]\n  new:\n    command: [sleep, \"600\"]\n");
        var reloaded = await client.AskAsync(new SupervisorRequest(SupervisorCommand.Reload), CancellationToken.None);
        await Eventually.TrueAsync(() => Of("new")?.State == ServiceState.Running, "the new one");
        Assert.DoesNotContain(reloaded.Services, service => service.Name == "high");
        Assert.Equal(low, Pid("low"));
        Assert.Null(Pid("high"));

        var unknown = await Assert.ThrowsAsync<RefusedException>(
            () => client.AskAsync(new SupervisorRequest(SupervisorCommand.Restart, ["high"]), CancellationToken.None));
        Assert.Equal(ExitCode.Usage, unknown.Code);
    }

    [Fact]
    public async Task A_port_of_somebody_else_is_named_and_tried_again()
    {
        using var foreign = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        foreign.Start();
        var port = ((System.Net.IPEndPoint)foreign.LocalEndpoint).Port;
        Write($"services:\n  web:\n    command: [sleep, \"600\"]\n    ports: {{ http: {port} }}\n");
        await using var supervisor = Supervise();

        await Eventually.TrueAsync(() => Of("web") is { State: ServiceState.Restarting, LastWords: not null }, "the taken port");
        Assert.StartsWith($"web wants port {port}, which is taken by process {Environment.ProcessId} (", Of("web")!.LastWords, StringComparison.Ordinal);

        foreign.Stop();
        await Eventually.TrueAsync(() => Of("web")?.State == ServiceState.Running, "the freed port");
    }

    [Fact]
    public async Task A_service_of_somebody_else_is_watched_and_one_that_cannot_be_started_says_why()
    {
        Write(
            """
            services:
              foreign:
                kind: url
                url: http://127.0.0.1:1/
                health: { http: "http://127.0.0.1:1/", interval: 50ms, failures: 1, start_period: 0s }
              project:
                kind: compose
                folder: nowhere
            """);
        await using var supervisor = Supervise();

        await Eventually.TrueAsync(() => Of("foreign") is { State: ServiceState.Running, Health: HealthState.Unhealthy }, "the silent one");
        await Eventually.TrueAsync(() => Of("project")?.State == ServiceState.Failed, "the project");
        Assert.Contains("docker", Of("project")!.LastWords, StringComparison.Ordinal);
    }

    private RunningSupervisor Supervise() => new(
        new Supervisor(Test.Home, Test.Load(options: new() { ["database.connection"] = "Host=elsewhere" }), _log, TimeProvider.System), Platform);

    private void Write(string yaml) => File.WriteAllText(Test.Home.ServicesFile, yaml);

    private ServiceStatus? Of(string service) => Test.Installation.Status?.Of(service);

    private ProcessIdentity? Pid(string service) => PidFile.ReadLive(Test.Home.RunFile($"{service}.pid"));

    // Started as a supervisor starts it that is killed afterwards.
    private async Task<ProcessIdentity> OrphanAsync(string service)
    {
        var recipe = new CatalogueRecipe(Test.Home, CatalogueLoader.Load(Test.Home).Find(service)!, 0);
        using var orphan = DetachedProcess.Start(await recipe.PrepareAsync(CancellationToken.None), Test.Home.LogOf(service));
        var identity = ProcessIdentity.Of(orphan.Id)!.Value;
        EntryFile.Write(Test.Home, recipe);
        PidFile.Write(Test.Home.RunFile($"{service}.pid"), identity);
        return identity;
    }
}
