using System.Globalization;
using Middeck.Operations.Language;

namespace Middeck.Operations.Checks.Machine;

/// <summary>Whether the kernel lets a busy platform hold its connections: open files, waiting connections, memory.</summary>
internal sealed class LimitsCheck() : LocalCheck(
    "limits", new Message("The kernel's limits fit", "内核限制合适"), isReadiness: true)
{
    private const long WantedFiles = 8192;
    private const long WantedBacklog = 1024;
    private const string Backlog = "/proc/sys/net/core/somaxconn";
    private const string Pressure = "/proc/pressure/memory";

    // Percent of the last minute in which somebody waited for memory.
    private const double MuchPressure = 10;

    protected override IEnumerable<Finding> Find(CheckScene scene)
    {
        if (OpenFiles() is { } files && files < WantedFiles)
        {
            yield return new Finding(
                "limits.open_files",
                files < WantedFiles / 8 ? Severity.Critical : Severity.Warning,
                new Message(
                    $"A process may open {files} files (ulimit -n); under load {WantedFiles} are needed.",
                    $"每个进程最多打开 {files} 个文件（ulimit -n），高负载时需要 {WantedFiles}。"),
                $"ulimit -n {WantedFiles}");
        }

        if (Number(Backlog) is { } backlog && backlog < WantedBacklog)
        {
            yield return new Finding(
                "limits.somaxconn",
                Severity.Warning,
                new Message(
                    $"net.core.somaxconn is {backlog}: in a rush connections are refused. {WantedBacklog} is enough.",
                    $"net.core.somaxconn 为 {backlog}，请求高峰时会拒绝连接，建议 {WantedBacklog}。"),
                $"sudo sysctl -w net.core.somaxconn={WantedBacklog}")
            {
                Repair = !System.Environment.IsPrivilegedProcess
                    ? null
                    : Repair.Of(
                        new Message(
                            $"Set net.core.somaxconn to {WantedBacklog} until the machine is restarted?",
                            $"将 net.core.somaxconn 设为 {WantedBacklog}（重启机器前有效）？"),
                        () => File.WriteAllText(Backlog, $"{WantedBacklog}\n")),
            };
        }

        foreach (var finding in Memory())
        {
            yield return finding;
        }
    }

    private static IEnumerable<Finding> Memory()
    {
        var facts = File.ReadLines("/proc/meminfo")
            .Select(line => line.Split([':', ' '], StringSplitOptions.RemoveEmptyEntries))
            .Where(parts => parts.Length > 1)
            .ToDictionary(parts => parts[0], parts => long.Parse(parts[1], CultureInfo.InvariantCulture) / 1024);
        if (facts.TryGetValue("MemTotal", out var total) && facts.TryGetValue("MemAvailable", out var available)
            && available < Math.Min(512, total / 10))
        {
            yield return new Finding(
                "limits.memory",
                Severity.Warning,
                new Message(
                    $"{available} MB of {total} MB memory are available: processes may be ended by the kernel.",
                    $"可用内存 {available} MB，共 {total} MB，进程可能被内核终止。"),
                "ps -eo pid,rss,args --sort=-rss | head -n 10");
        }

        if (MemoryPressure() is { } waited && waited > MuchPressure)
        {
            yield return new Finding(
                "limits.memory_pressure",
                Severity.Warning,
                new Message(
                    $"Processes waited for memory in {waited:0.0} % of the last minute.",
                    $"最近一分钟内进程有 {waited:0.0}% 的时间在等待内存。"),
                "ps -eo pid,rss,args --sort=-rss | head -n 10");
        }
    }

    // Max open files            1048576              1048576              files
    private static long? OpenFiles()
    {
        var line = File.ReadLines("/proc/self/limits").FirstOrDefault(
            candidate => candidate.StartsWith("Max open files", StringComparison.Ordinal));
        var hard = line?["Max open files".Length..].Split(' ', StringSplitOptions.RemoveEmptyEntries).ElementAtOrDefault(1);
        // .NET raises its own soft limit to the hard one at start, so the hard one counts.
        return hard == "unlimited" ? null : long.TryParse(hard, CultureInfo.InvariantCulture, out var limit) ? limit : null;
    }

    // some avg10=0.00 avg60=0.12 avg300=0.05 total=1234
    private static double? MemoryPressure()
        => Read(Pressure)?.Split([' ', '\n']).FirstOrDefault(part => part.StartsWith("avg60=", StringComparison.Ordinal)) is { } part
            ? double.Parse(part.AsSpan("avg60=".Length), CultureInfo.InvariantCulture)
            : null;

    private static long? Number(string path)
        => long.TryParse(Read(path), CultureInfo.InvariantCulture, out var number) ? number : null;

    // Not every kernel has every file, and some containers hide them.
    private static string? Read(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception ex) when (ex is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
