using Middeck.Operations.Home;

namespace Middeck.Operations.Tests.Home;

public sealed class MiddeckHomeTests : HomeTest
{
    [Fact]
    public void Keys_are_for_the_owner_only_and_git_ignores_the_home()
    {
        Assert.Equal(
            UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(Test.Home.Keys));
        Assert.Equal("*\n", File.ReadAllText(Path.Combine(Test.Home.Root, ".gitignore")));
        Assert.Empty(Directory.GetFiles(Test.Home.Run));
    }

    [Fact]
    public void A_home_where_nothing_can_be_written_is_refused()
    {
        var file = Path.Combine(Test.Home.Root, "a-file");
        File.WriteAllText(file, "");

        var refusal = Assert.Throws<RefusedException>(new MiddeckHome(Path.Combine(file, "home")).Create);

        Assert.Equal(ExitCode.HomeNotWritable, refusal.Code);
        Assert.Contains("MIDDECK_HOME=/path middeck up", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_at_once_wait_for_each_other()
    {
        var path = Test.Home.RunFile("up.lock");
        var waited = false;
        var first = await HomeLock.TakeAsync(path, () => waited = true, TimeProvider.System, CancellationToken.None);
        Assert.False(waited);

        var second = HomeLock.TakeAsync(path, () => waited = true, TimeProvider.System, CancellationToken.None);
        Assert.True(waited);
        Assert.False(second.IsCompleted);
        first.Dispose();

        (await second).Dispose();
    }
}
