using System.Diagnostics;
using System.Globalization;

namespace Middeck.Sandbox.Isolation;

/// <summary>
/// The command that isolates a program: <c>setpriv</c> (as root only), <c>bwrap</c>, then inside of it <c>prlimit</c> and the program.
/// </summary>
internal sealed class Bubblewrap(SandboxPrograms programs)
{
    private const string Nobody = "65534";

    /// <summary>The programs that are needed and missing, by the names of Debian's packages.</summary>
    public IReadOnlyList<string> MissingPackages() =>
    [
        .. Program is null ? new[] { "bubblewrap" } : [],
        .. Limiter is null || (Environment.IsPrivilegedProcess && Dropper is null) ? new[] { "util-linux" } : [],
    ];

    private string? Program => programs.Find("bwrap");

    private string? Limiter => programs.Find("prlimit");

    private string? Dropper => programs.Find("setpriv");

    /// <summary>The command. Its environment is empty.</summary>
    /// <param name="start">What to start.</param>
    /// <param name="filter">The descriptor that the filter of calls is read from.</param>
    /// <param name="channel">The descriptor of the program's channel; null for none.</param>
    /// <param name="cgroup">The folder of the cgroup to join first; null for none.</param>
    public ProcessStartInfo Command(SandboxStart start, int filter, int? channel, string? cgroup)
    {
        string[] command =
        [
            .. cgroup is null ? [] : new[] { "/bin/sh", "-c", "echo $$ >\"$0\"/cgroup.procs && exec \"$@\"", cgroup },
            // Not by a user namespace alone: outside of it such a nobody would still be root, who owns files and has no limits.
            .. Environment.IsPrivilegedProcess
                ? new[] { Dropper!, $"--reuid={Nobody}", $"--regid={Nobody}", "--clear-groups", "--inh-caps=-all", "--" }
                : [],
            Program!,
            "--unshare-all",
            .. start.AllowsNetwork ? new[] { "--share-net" } : [],
            "--die-with-parent",
            "--new-session",
            "--hostname", "sandbox",
            "--cap-drop", "ALL",
            "--clearenv",
            .. Variables(start).SelectMany(variable => new[] { "--setenv", variable.Key, variable.Value }),
            .. SystemView.Arguments(start with { Mounts = [.. start.Mounts, .. LimiterMount(start)] }),
            "--seccomp", Text(filter),
            "--",
            .. Limit(start.Limits),
            start.Program,
            .. start.Arguments,
            .. channel is { } number ? new[] { Text(number) } : [],
        ];
        var info = new ProcessStartInfo(command[0], command[1..])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            WorkingDirectory = "/",
        };
        info.Environment.Clear();
        return info;
    }

    /// <summary>Something harmless to isolate: it prints its own limits.</summary>
    public SandboxStart Trial(SandboxLimits limits) => new(Limiter!, [], limits);

    private IEnumerable<(string, string)> LimiterMount(SandboxStart start)
        => start.SeesAllPrograms ? [] : [(Limiter!, Limiter!)];

    // Inside, because the number of processes is counted for each user namespace by itself.
    private string[] Limit(SandboxLimits limits)
    {
        var seconds = (long)Math.Ceiling(limits.CpuTime.TotalSeconds);
        return
        [
            Limiter!,
            $"--data={Text(limits.MemoryBytes)}",
            $"--cpu={Text(seconds)}:{Text(seconds + 1)}",
            $"--nproc={Text(limits.Processes)}",
            $"--nofile={Text(limits.OpenFiles)}",
            $"--fsize={Text(limits.TmpBytes)}",
            "--core=0",
            "--memlock=0",
            "--msgqueue=0",
            "--",
        ];
    }

    private static Dictionary<string, string> Variables(SandboxStart start)
    {
        var variables = new Dictionary<string, string>
        {
            ["PATH"] = "/usr/local/bin:/usr/bin:/bin",
            ["HOME"] = "/tmp",
            ["TMPDIR"] = "/tmp",
            ["USER"] = "nobody",
            ["LANG"] = "C.UTF-8",
        };
        foreach (var (name, value) in start.Environment)
        {
            variables[name] = value;
        }

        return variables;
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
