using System.Net;
using Middeck.Operations.Home;
using Middeck.Operations.Supervision;
using Middeck.Operations.Tests.Backup;
using Middeck.Operations.Upgrade;

namespace Middeck.Operations.Tests.Upgrade;

/// <summary>Upgrades between programs that are scripts: they say their version, and <c>up</c> changes the data and works or fails.</summary>
public sealed class UpgradeTests
{
    [Fact]
    public async Task A_version_that_does_not_start_gives_way_to_the_one_before_and_its_data()
    {
        await using var home = await BackedUpHome.MakeAsync();
        var old = Program(home, "old", "1.0.0", works: true);
        // It changes the data first, as a migration does.
        var broken = Program(home, "broken", "2.0.0", works: false, "UPDATE studio.app SET name = 'migrated'");
        StartedBy(home, old);

        var refusal = await Assert.ThrowsAsync<RefusedException>(
            () => Service(home, old).UpgradeAsync(Path.GetDirectoryName(broken), CancellationToken.None));

        Assert.Equal(ExitCode.UpgradeUndone, refusal.Code);
        Assert.Contains("2.0.0 did not start, so 1.0.0 runs again", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("It is broken", refusal.Message, StringComparison.Ordinal);
        Assert.Equal("应用 1", await home.AskAsync("SELECT name FROM studio.app WHERE id = 1"));
        Assert.Equal(old, ResolveCurrent(home));
        Assert.False(File.Exists(home.Home.RunFile("upgrade.json")));
    }

    [Fact]
    public async Task A_rollback_brings_back_the_data_where_the_schema_changed_and_keeps_it_where_not()
    {
        await using var home = await BackedUpHome.MakeAsync();
        var old = Program(home, "old", "1.0.0", works: true);
        var migrates = Program(home, "new", "2.0.0", works: true, "UPDATE storage.migration SET number = 8");
        StartedBy(home, old);

        var upgraded = await Service(home, old).UpgradeAsync(Path.GetDirectoryName(migrates), CancellationToken.None);
        Assert.Equal(("1.0.0", "2.0.0"), (upgraded.From, upgraded.To));
        Assert.Equal(Path.Combine(home.Home.Root, "versions", "2.0.0", "middeck"), ResolveCurrent(home));
        await home.AskAsync("UPDATE studio.app SET name = 'since'");
        Assert.Null(await Service(home, old).RollBackAsync(_ => false, CancellationToken.None));
        await Service(home, old).RollBackAsync(_ => true, CancellationToken.None);
        Assert.Equal("应用 1", await home.AskAsync("SELECT name FROM studio.app WHERE id = 1"));

        var same = Program(home, "same", "3.0.0", works: true);
        StartedBy(home, old);
        await Service(home, old).UpgradeAsync(Path.GetDirectoryName(same), CancellationToken.None);
        await home.AskAsync("UPDATE studio.app SET name = 'since'");
        await Service(home, old).RollBackAsync(_ => throw new InvalidOperationException("nothing to ask"), CancellationToken.None);
        Assert.Equal("since", await home.AskAsync("SELECT name FROM studio.app WHERE id = 1"));
        Assert.Equal(old, ResolveCurrent(home));
    }

    [Theory]
    [InlineData(UpgradeStep.Backup, "old", false)]
    [InlineData(UpgradeStep.Start, "old", true)]
    [InlineData(UpgradeStep.Start, "new", false)]
    [InlineData(UpgradeStep.Return, "new", true)]
    public void After_a_kill_only_the_program_that_fits_the_data_may_start(UpgradeStep step, string program, bool refused)
    {
        var home = new MiddeckHome(Directory.CreateTempSubdirectory("middeck-home-").FullName);
        home.Create();
        new UpgradeJournal(new("1", "old"), new("2", "new"), step, "2026-01-01T000000Z", []).Write(home);

        var refusal = Record.Exception(() => UnfinishedUpgrade.Refuse(home, program));
        UnfinishedUpgrade.Complete(home, program);

        Assert.Equal(refused, refusal is RefusedException);
        Assert.Equal(refused, UpgradeJournal.Read(home) is not null);
        Assert.Equal(step == UpgradeStep.Start && !refused ? "new" : null, VersionHistory.Read(home)?.Current.Executable);
        Directory.Delete(home.Root, recursive: true);
    }

    [Fact]
    public async Task While_the_platform_is_down_a_page_says_when_to_come_again()
    {
        await using var page = MaintenancePage.TryOpen("127.0.0.1", 0)!;
        using var http = new HttpClient(new SocketsHttpHandler());

        using var answer = await http.GetAsync(new Uri($"http://127.0.0.1:{page.Port}/api/v1/apps"));

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Equal(TimeSpan.FromSeconds(15), answer.Headers.RetryAfter?.Delta);
        Assert.Contains("正在升级", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Null(MaintenancePage.TryOpen("127.0.0.1", page.Port));
    }

    private static UpgradeService Service(BackedUpHome home, string executable)
        => new(home.Home, home.Load, executable, _ => { }, BackedUpHome.Silent, TimeProvider.System);

    // As if it had been started by this program.
    private static void StartedBy(BackedUpHome home, string program)
        => new SupervisorStatus(program, "http://127.0.0.1:1", []).Write(home.Home);

    private static string ResolveCurrent(BackedUpHome home)
        => Path.Combine(new FileInfo(Path.Combine(home.Home.Root, "versions", "current")).LinkTarget!, "middeck");

    private static string Program(BackedUpHome home, string name, string version, bool works, string? sql = null)
    {
        var folder = Directory.CreateDirectory(Path.Combine(home.Home.Root, name)).FullName;
        var program = Path.Combine(folder, "middeck");
        var change = sql is null ? "" : $"psql -Xq {home.PsqlArguments} -c \"{sql}\" || exit 1";
        var end = works ? "exit 0" : "echo 'middeck: It is broken.' >&2; exit 16";
        File.WriteAllText(program, $"#!/bin/sh\n[ \"$1\" = --version ] && {"{"} echo {version}; exit 0; {"}"}\n{change}\n{end}\n");
        File.SetUnixFileMode(program, (UnixFileMode)0b111_101_101);
        File.WriteAllText($"{program}.dll", version);
        return program;
    }
}
