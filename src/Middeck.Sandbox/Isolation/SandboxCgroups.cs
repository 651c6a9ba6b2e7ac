using System.Globalization;

namespace Middeck.Sandbox.Isolation;

/// <summary>
/// Cgroups (version 2) for sandboxes, where a part of the tree was handed to us: the group above our own holds no processes and may be
/// written, as systemd arranges with <c>Delegate=yes</c> and <c>DelegateSubgroup=</c>.
/// </summary>
internal sealed class SandboxCgroups
{
    private readonly string? _parent;
    private long _made;

    /// <param name="mount">Where the tree is mounted.</param>
    /// <param name="own">The file that names our own group.</param>
    public SandboxCgroups(string mount = "/sys/fs/cgroup", string own = "/proc/self/cgroup")
        => _parent = FindParent(mount, own);

    /// <summary>Whether groups can be made.</summary>
    public bool IsAvailable => _parent is not null;

    /// <summary>A new group with the limits; null where none can be made.</summary>
    public SandboxCgroup? Create(SandboxLimits limits)
    {
        if (_parent is null)
        {
            return null;
        }

        var number = Interlocked.Increment(ref _made);
        var folder = Path.Combine(_parent, string.Create(CultureInfo.InvariantCulture, $"sandbox-{Environment.ProcessId}-{number}"));
        return SandboxCgroup.Create(folder, limits);
    }

    private static string? FindParent(string mount, string own)
    {
        try
        {
            // 0::/system.slice/middeck.service/platform
            var path = File.ReadLines(own).FirstOrDefault(line => line.StartsWith("0::/", StringComparison.Ordinal))?["0::/".Length..];
            if (string.IsNullOrEmpty(path) || Path.GetDirectoryName(Path.Combine(mount, path)) is not { } parent)
            {
                return null;
            }

            var controllers = File.ReadAllText(Path.Combine(parent, "cgroup.controllers")).Split();
            if (!controllers.Contains("memory") || !controllers.Contains("pids")
                || File.ReadAllText(Path.Combine(parent, "cgroup.procs")).Trim().Length > 0)
            {
                return null;
            }

            File.WriteAllText(Path.Combine(parent, "cgroup.subtree_control"), "+memory +pids");
            return parent;
        }
        catch (Exception ex) when (ex is IOException or UnauthorizedAccessException)
        {
            // Not handed to us: the watcher holds the limits then.
            return null;
        }
    }
}
