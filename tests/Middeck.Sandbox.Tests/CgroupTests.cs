using Middeck.Sandbox.Isolation;

namespace Middeck.Sandbox.Tests;

/// <summary>On a folder that looks like the tree of cgroups: few machines hand a part of the real one to tests.</summary>
public sealed class CgroupTests : IDisposable
{
    private readonly string _tree = Directory.CreateTempSubdirectory("middeck-cgroup-").FullName;

    public CgroupTests()
    {
        Directory.CreateDirectory(Path.Combine(_tree, "middeck.service", "platform"));
        Write("own", "1:name=systemd:/\n0::/middeck.service/platform\n");
        Write("middeck.service/cgroup.controllers", "cpu memory pids\n");
        Write("middeck.service/cgroup.procs", "");
    }

    private SandboxCgroups Cgroups => new(_tree, Path.Combine(_tree, "own"));

    public void Dispose() => Directory.Delete(_tree, recursive: true);

    [Fact]
    public void A_part_of_the_tree_that_was_handed_to_us_holds_the_limits()
    {
        var group = Cgroups.Create(new SandboxLimits())!;

        Assert.Equal("+memory +pids", Read("middeck.service/cgroup.subtree_control"));
        Assert.Equal(Path.Combine(_tree, "middeck.service"), Path.GetDirectoryName(group.Folder));
        Assert.Equal(("335544320", "32"), (File.ReadAllText(Path.Combine(group.Folder, "memory.max")), File.ReadAllText(Path.Combine(group.Folder, "pids.max"))));
        File.WriteAllText(Path.Combine(group.Folder, "memory.peak"), "4096\n");
        File.WriteAllText(Path.Combine(group.Folder, "memory.events"), "oom 1\noom_kill 0\n");
        Assert.Equal((4096, false), (group.Peak, group.WasOutOfMemory));
        File.WriteAllText(Path.Combine(group.Folder, "memory.events"), "oom 1\noom_kill 2\n");
        Assert.True(group.WasOutOfMemory);
    }

    [Theory]
    [InlineData("middeck.service/cgroup.controllers", "cpu\n")]
    [InlineData("middeck.service/cgroup.procs", "4711\n")]
    [InlineData("own", "0::/\n")]
    [InlineData("own", "4:memory:/somewhere\n")]
    public void Without_one_the_watcher_holds_them(string file, string content)
    {
        Write(file, content);

        Assert.False(Cgroups.IsAvailable);
        Assert.Null(Cgroups.Create(new SandboxLimits()));
    }

    private void Write(string file, string content) => File.WriteAllText(Path.Combine(_tree, file), content);

    private string Read(string file) => File.ReadAllText(Path.Combine(_tree, file));
}
