namespace Middeck.Operations.Supervision;

/// <summary>What this machine has to hold limits with.</summary>
/// <param name="CgroupParent">A folder of the cgroup tree (version 2) in which we may make groups; null when there is none.</param>
/// <param name="HasSystemd">Whether systemd runs and takes orders from us.</param>
internal sealed record LimitTools(string? CgroupParent, bool HasSystemd)
{
    private static readonly Lazy<LimitTools> Found = new(() => Find("/sys/fs/cgroup", "/proc/self/cgroup", "/run/systemd/system"));

    /// <summary>This machine's.</summary>
    public static LimitTools OfMachine => Found.Value;

    internal static LimitTools Find(string mount, string own, string systemd)
    {
        var parent = ParentIn(mount, own);
        var runs = Directory.Exists(systemd);
        // What systemd has not handed to a service is systemd's alone to write, even where the kernel would let us.
        return new LimitTools(
            runs && parent?.EndsWith(".service", StringComparison.Ordinal) != true ? null : parent,
            runs && (Environment.IsPrivilegedProcess || Environment.GetEnvironmentVariable("DBUS_SESSION_BUS_ADDRESS") is { Length: > 0 }));
    }

    private static string? ParentIn(string mount, string own)
    {
        try
        {
            // 0::/system.slice/middeck.service/supervisor: the group above ours, where systemd handed it to us with Delegate=yes.
            var path = File.ReadLines(own).FirstOrDefault(line => line.StartsWith("0::/", StringComparison.Ordinal))?["0::/".Length..];
            if (path is null)
            {
                return null;
            }

            var parent = path.Length == 0 ? mount : Path.GetDirectoryName(Path.Combine(mount, path))!;
            var controllers = File.ReadAllText(Path.Combine(parent, "cgroup.controllers")).Split();
            if (!controllers.Contains("memory") || !controllers.Contains("cpu"))
            {
                return null;
            }

            // A group that holds processes can hand nothing on; the kernel says so here.
            File.WriteAllText(Path.Combine(parent, "cgroup.subtree_control"), "+memory +cpu");
            return parent;
        }
        catch (Exception ex) when (ex is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
