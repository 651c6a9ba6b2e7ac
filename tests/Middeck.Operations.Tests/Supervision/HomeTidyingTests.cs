using Middeck.Operations.Processes;
using Middeck.Operations.Supervision;

namespace Middeck.Operations.Tests.Supervision;

public sealed class HomeTidyingTests : HomeTest
{
    [Fact]
    public void Cleaning_finds_what_the_dead_left_and_nothing_of_the_living()
    {
        var dead = Write("status.json.4194300.new");
        var living = Write($"status.json.{Environment.ProcessId}.new");
        var pid = Write("gone.pid");
        PidFile.Write(Test.Home.RunFile("here.pid"), ProcessIdentity.Of(Environment.ProcessId)!.Value);
        var half = Directory.CreateDirectory($"{Test.Home.Objects}.purged").FullName;

        var found = new TemporaryFiles(Test.Home).Find().Select(file => file.Path).ToList();

        Assert.Equal(new[] { dead, pid, half }.Order(), found.Order());
        found.ForEach(TemporaryFiles.Remove);
        Assert.Empty(new TemporaryFiles(Test.Home).Find());
        Assert.True(File.Exists(living));
    }

    [Fact]
    public void Purging_deletes_data_and_keeps_configuration_keys_and_backups()
    {
        File.WriteAllText(Path.Combine(Test.Home.Objects, "object"), "");
        File.WriteAllText(Path.Combine(Test.Home.Backups, "backup"), "");
        File.WriteAllText(Path.Combine(Test.Home.Keys, "master"), "");
        File.WriteAllText(Test.Home.ServicesFile, "services:\n");

        var purge = new HomePurge(Test.Home);
        purge.Delete(Test.Installation);

        Assert.Empty(purge.Folders);
        Assert.True(File.Exists(Path.Combine(Test.Home.Backups, "backup")) && File.Exists(Path.Combine(Test.Home.Keys, "master")) && File.Exists(Test.Home.ServicesFile));
        Assert.Empty(new TemporaryFiles(Test.Home).Find());
    }

    [Fact]
    public void Nothing_is_purged_while_something_runs()
    {
        using var running = DetachedProcess.Start(new ProcessCommand(["sleep", "600"]), "/dev/null");
        PidFile.Write(Test.Home.RunFile("platform.pid"), ProcessIdentity.Of(running.Id)!.Value);

        Assert.Throws<RefusedException>(() => new HomePurge(Test.Home).Delete(Test.Installation));

        Assert.True(Directory.Exists(Test.Home.Objects));
    }

    private string Write(string name)
    {
        File.WriteAllText(Test.Home.RunFile(name), "4194300 1\n");
        return Test.Home.RunFile(name);
    }
}
