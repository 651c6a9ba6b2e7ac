using Middeck.Operations.Processes;
using Middeck.Operations.Supervision;

namespace Middeck.Operations.Tests.Supervision;

/// <summary>A real supervisor over real processes; a shell stands in for the platform.</summary>
public sealed class SupervisorTests : HomeTest
{
    private static readonly string[] Patient = ["/bin/sh", "-c", "echo up; exec sleep 600"];
    private static readonly Dictionary<string, string> OwnDatabase = new() { ["database.connection"] = "Host=elsewhere" };

    private readonly StringWriter _log = new();

    [Fact]
    public async Task A_platform_that_is_killed_is_started_again()
    {
        await using var supervisor = Supervise(Patient);
        var first = await PlatformAsync();

        Signal.Kill.Send(first);
        await Eventually.TrueAsync(() => Platform() is { } now && now != first, "another platform process");

        var status = Test.Installation.Status!.Of(ServiceNames.Platform)!;
        Assert.Equal(1, status.Restarts);
        Assert.Equal("ended by signal 9", status.LastWords);
    }

    [Fact]
    public async Task Stopping_the_supervisor_stops_the_platform_and_leaves_no_pid_file()
    {
        var supervisor = Supervise(Patient);
        var platform = await PlatformAsync();

        await supervisor.DisposeAsync();

        Assert.False(platform.IsAlive);
        Assert.False(Test.Installation.IsRunning);
        Assert.Empty(Directory.GetFiles(Test.Home.Run, "*.pid"));
        Assert.Equal(ServiceState.Stopped, Test.Installation.Status!.Of(ServiceNames.Platform)!.State);
    }

    [Fact]
    public async Task A_new_supervisor_adopts_what_the_last_one_left_running()
    {
        // Started apart, as a killed supervisor leaves it: alive, with its pid file.
        using var orphan = DetachedProcess.Start(new ProcessCommand(Patient), Test.Home.LogOf(ServiceNames.Platform));
        var left = ProcessIdentity.Of(orphan.Id)!.Value;
        PidFile.Write(Test.Home.RunFile("platform.pid"), left);

        await using var supervisor = Supervise(Patient);
        await Eventually.TrueAsync(() => State() == ServiceState.Running, "the adopted platform");
        Assert.Equal(left, Platform());

        Signal.Kill.Send(left);
        await Eventually.TrueAsync(() => Platform() is { } now && now != left, "another platform process");
    }

    [Fact]
    public async Task A_wrong_configuration_is_not_tried_again_and_its_line_is_kept()
    {
        await using var supervisor = Supervise(["/bin/sh", "-c", "echo 'middeck: server.prot: no such key'; exit 13"]);

        await Eventually.TrueAsync(() => State() == ServiceState.Failed, "the failure");

        var status = Test.Installation.Status!.Of(ServiceNames.Platform)!;
        Assert.Equal((0, 13, "server.prot: no such key"), (status.Restarts, status.LastExitCode, status.LastWords));
    }

    [Fact]
    public async Task One_home_has_one_supervisor()
    {
        await using var supervisor = Supervise(Patient);
        await PlatformAsync();

        var second = new Supervisor(Test.Home, Test.Load(options: OwnDatabase), _log, TimeProvider.System);

        var refusal = await Assert.ThrowsAsync<RefusedException>(() => second.RunAsync(Patient, SupervisorSelection.All, CancellationToken.None));
        Assert.Contains("middeck down", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_killed_supervisor_left_is_stopped_without_one()
    {
        using var orphan = DetachedProcess.Start(new ProcessCommand(Patient), Test.Home.LogOf(ServiceNames.Platform));
        var left = ProcessIdentity.Of(orphan.Id)!.Value;
        PidFile.Write(Test.Home.RunFile("platform.pid"), left);
        using var foreign = DetachedProcess.Start(new ProcessCommand(["sleep", "600"]), "/dev/null");

        Assert.True(await Test.Installation.StopAsync(CancellationToken.None));

        Assert.False(left.IsAlive);
        Assert.False(foreign.HasExited);
        foreign.Kill();
    }

    [Fact]
    public async Task The_private_database_is_started_first_and_comes_back_after_a_crash()
    {
        await using var supervisor = Supervise(Patient, ownDatabase: false);
        await PlatformAsync();
        var connection = Test.Load()["database:connection"]!;
        await Sql.ExecuteAsync(connection, "CREATE TABLE kept AS SELECT 'zh' COLLATE \"zh-x-icu\" AS name");

        Signal.Kill.Send(PidFile.ReadLive(Test.Home.RunFile("postgres.pid"))!.Value);
        await Eventually.TrueAsync(
            () => Test.Installation.Status!.Of(ServiceNames.Postgres) is { Restarts: 1, State: ServiceState.Running },
            "PostgreSQL's restart");

        // Another cluster may have taken the port in between.
        Assert.Equal("zh", await Sql.ScalarAsync(Test.Load()["database:connection"]!, "SELECT name FROM kept"));
    }

    private RunningSupervisor Supervise(string[] platform, bool ownDatabase = true)
        => new(new Supervisor(
            Test.Home, Test.Load(options: ownDatabase ? OwnDatabase : []), _log, TimeProvider.System), platform);

    private ServiceState? State() => Test.Installation.Status?.Of(ServiceNames.Platform)?.State;

    private ProcessIdentity? Platform() => PidFile.ReadLive(Test.Home.RunFile("platform.pid"));

    private async Task<ProcessIdentity> PlatformAsync()
    {
        await Eventually.TrueAsync(() => State() == ServiceState.Running && Platform() is not null, "the platform");
        return Platform()!.Value;
    }
}
