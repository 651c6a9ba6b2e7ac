using System.Globalization;
using Middeck.Operations.Catalogue;
using Middeck.Operations.Home;

namespace Middeck.Operations.Supervision;

/// <summary>
/// Holds a process to its limits: by a cgroup (version 2) where we may make one, by a scope of systemd where systemd runs, else by
/// <c>prlimit</c>, the number of processors and a watcher of memory. Open files are always <c>prlimit</c>'s.
/// </summary>
internal sealed class ServiceLimiter(MiddeckHome home, string service, ServiceLimits limits, LimitTools tools)
{
    /// <summary>The processes of a cgroup wait until somebody else's have made room: a period of a tenth of a second, as is usual.</summary>
    private const int Period = 100_000;

    private bool NeedsGroup => limits.MemoryBytes is not null || limits.Cpus is not null;

    /// <summary><c>cgroup</c>, <c>systemd</c>, <c>watcher</c> or <c>prlimit</c>; null without limits.</summary>
    public string? By => this switch
    {
        { NeedsGroup: true } when tools.CgroupParent is not null => "cgroup",
        { NeedsGroup: true } when tools.HasSystemd => "systemd",
        { NeedsGroup: true } => "watcher",
        _ => limits.OpenFiles is null ? null : "prlimit",
    };

    /// <summary>Whether nobody but us looks at the memory.</summary>
    public bool IsWatched => By == "watcher" && limits.MemoryBytes is not null;

    /// <summary>The command with what holds it put in front; each of these becomes the next, so the pid stays the program's own.</summary>
    /// <exception cref="IOException">The cgroup cannot be made.</exception>
    public IReadOnlyList<string> Wrap(IReadOnlyList<string> command)
    {
        IReadOnlyList<string> wrapped = limits.OpenFiles is { } files
            ? ["prlimit", string.Create(CultureInfo.InvariantCulture, $"--nofile={files}:{files}"), "--", .. command]
            : command;
        return By switch
        {
            "cgroup" => ["/bin/sh", "-c", """echo $$ >"$1/cgroup.procs" && shift && exec "$@" """, "sh", MakeGroup(), .. wrapped],
            "systemd" => [.. SystemdScope(), "--", .. wrapped],
            "watcher" when limits.Cpus is { } cpus && cpus < Environment.ProcessorCount
                => ["taskset", "--cpu-list", string.Create(CultureInfo.InvariantCulture, $"0-{(int)Math.Ceiling(cpus) - 1}"), .. wrapped],
            _ => wrapped,
        };
    }

    /// <summary>Removes the cgroup of a process that ended.</summary>
    public void Release()
    {
        if (By != "cgroup" || !Directory.Exists(Group))
        {
            return;
        }

        try
        {
            Directory.Delete(Group);
        }
        catch (IOException)
        {
            // The kernel still takes down what was killed; the next start finds the group and uses it again.
        }
    }

    private string Group => Path.Combine(tools.CgroupParent!, $"middeck-{home.InstanceId}-{service}");

    private string MakeGroup()
    {
        Directory.CreateDirectory(Group);
        Write("memory.max", limits.MemoryBytes?.ToString(CultureInfo.InvariantCulture) ?? "max");
        Write("cpu.max", limits.Cpus is { } cpus
            ? string.Create(CultureInfo.InvariantCulture, $"{(long)(cpus * Period)} {Period}")
            : $"max {Period}");
        return Group;
    }

    private void Write(string file, string value) => File.WriteAllText(Path.Combine(Group, file), value);

    private IEnumerable<string> SystemdScope()
    {
        string[] scope = ["systemd-run", "--scope", "--quiet", "--collect", $"--unit=middeck-{home.InstanceId}-{service}"];
        var user = Environment.IsPrivilegedProcess ? Array.Empty<string>() : ["--user"];
        var memory = limits.MemoryBytes is { } bytes
            ? [string.Create(CultureInfo.InvariantCulture, $"--property=MemoryMax={bytes}")]
            : Array.Empty<string>();
        var cpu = limits.Cpus is { } cpus
            ? [string.Create(CultureInfo.InvariantCulture, $"--property=CPUQuota={cpus * 100:0.##}%")]
            : Array.Empty<string>();
        return [.. scope, .. user, .. memory, .. cpu];
    }
}
