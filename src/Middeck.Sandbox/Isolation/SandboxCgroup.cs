using System.Globalization;

namespace Middeck.Sandbox.Isolation;

/// <summary>One sandbox's cgroup.</summary>
internal sealed class SandboxCgroup
{
    private SandboxCgroup(string folder) => Folder = folder;

    public string Folder { get; }

    /// <summary>The most memory that it held, in bytes; 0 where the kernel does not tell (before 5.19).</summary>
    public long Peak
        => File.Exists(At("memory.peak")) && long.TryParse(File.ReadAllText(At("memory.peak")), CultureInfo.InvariantCulture, out var peak)
            ? peak
            : 0;

    /// <summary>Whether something in it was killed for its memory.</summary>
    public bool WasOutOfMemory
        => File.Exists(At("memory.events"))
            && File.ReadLines(At("memory.events")).Any(line =>
                line.StartsWith("oom_kill ", StringComparison.Ordinal) && !line.EndsWith(" 0", StringComparison.Ordinal));

    public static SandboxCgroup Create(string folder, SandboxLimits limits)
    {
        Directory.CreateDirectory(folder);
        var group = new SandboxCgroup(folder);
        // What lies under /tmp counts as memory of the group.
        group.Write("memory.max", limits.MemoryBytes + limits.TmpBytes);
        group.Write("memory.oom.group", 1);
        group.Write("pids.max", limits.Processes);
        if (File.Exists(group.At("memory.swap.max")))
        {
            group.Write("memory.swap.max", 0);
        }

        return group;
    }

    /// <summary>Ends all processes in it (since Linux 5.14).</summary>
    public void Kill()
    {
        if (File.Exists(At("cgroup.kill")))
        {
            Write("cgroup.kill", 1);
        }
    }

    /// <summary>Removes it. Its last processes may take a moment to be gone; what is left then goes with the service.</summary>
    public async Task RemoveAsync(TimeProvider clock)
    {
        for (var attempt = 0; attempt < 20; attempt++)
        {
            try
            {
                Directory.Delete(Folder);
                return;
            }
            catch (IOException)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(10), clock);
            }
        }
    }

    private string At(string name) => Path.Combine(Folder, name);

    private void Write(string name, long value) => File.WriteAllText(At(name), value.ToString(CultureInfo.InvariantCulture));
}
