using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Middeck.Sandbox.Isolation;

/// <summary>
/// The command that isolates a program: <c>setpriv</c> (as root only), <c>bwrap</c>, then inside of it <c>prlimit</c> and the program.
/// </summary>
internal sealed class Bubblewrap(SandboxPrograms programs)
{
    private const string Nobody = "65534";

    private static readonly Dictionary<string, string> _variables = new()
    {
        ["PATH"] = "/usr/local/bin:/usr/bin:/bin",
        ["HOME"] = "/tmp",
        ["TMPDIR"] = "/tmp",
        ["USER"] = "nobody",
        ["LANG"] = "C.UTF-8",
    };

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
    /// <param name="variables">The descriptor that <see cref="Variables"/> is read from; null for none.</param>
    /// <param name="channel">The descriptor of the program's channel; null for none.</param>
    /// <param name="cgroup">The folder of the cgroup to join first; null for none.</param>
    public ProcessStartInfo Command(SandboxStart start, int filter, int? variables, int? channel, string? cgroup)
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
            .. _variables.SelectMany(Set),
            .. variables is { } given ? new[] { "--args", Text(given) } : [],
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

    /// <summary>
    /// The variables of a program as <c>bwrap --args</c> reads them from a file: they may be secrets, and everybody on the machine can read
    /// the arguments of a process.
    /// </summary>
    public static byte[] Variables(SandboxStart start)
        => Encoding.UTF8.GetBytes(string.Concat(start.Environment.SelectMany(Set).Select(argument => argument + '\0')));

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

    private static string[] Set(KeyValuePair<string, string> variable) => ["--setenv", variable.Key, variable.Value];

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
