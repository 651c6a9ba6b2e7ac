using Middeck.Operations.Backup.Drills;
using Middeck.Operations.Home;

namespace Middeck.Operations.Tests.Backup;

public sealed class DrillTests
{
    [Fact]
    public async Task A_drill_restores_into_a_server_of_its_own_and_leaves_only_its_record()
    {
        await using var home = await BackedUpHome.MakeAsync();
        await home.Service.CreateAsync(home.Request, BackedUpHome.Silent, CancellationToken.None);
        var platform = new Asked();

        var passed = await DrillAsync(home, platform);
        File.Delete(Path.Combine(home.Folder, passed.Backup, "database.dump"));
        var failed = await DrillAsync(home, platform);

        Assert.True(passed.Passed, passed.Problem);
        Assert.Equal((1001L, 2, 2), (passed.Rows, passed.Tables, passed.Objects));
        Assert.Equal(["应用 7", "key: True"], passed.Answers);
        Assert.False(Directory.Exists(platform.Home));
        Assert.False(failed.Passed);
        Assert.Contains("database.dump is missing", failed.Problem, StringComparison.Ordinal);
        var history = await home.Service.DrillsAsync(home.Request, CancellationToken.None);
        Assert.Equal([false, true], history.Select(drill => drill.Passed));
    }

    private static Task<DrillRecord> DrillAsync(BackedUpHome home, IDrillPlatform platform)
        => home.Service.DrillAsync("latest", home.Request, platform, BackedUpHome.Silent, CancellationToken.None);

    private sealed class Asked : IDrillPlatform
    {
        public string? Home { get; private set; }

        public async Task<IReadOnlyList<string>> AskAsync(
            MiddeckHome home, string connection, CancellationToken cancellationToken)
        {
            Home = home.Root;
            var name = await Sql.ScalarAsync(connection, "SELECT name FROM studio.app WHERE id = 7");
            return [(string)name!, $"key: {File.Exists(Path.Combine(home.Keys, "master"))}"];
        }
    }
}
