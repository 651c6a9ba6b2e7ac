using System.Globalization;

namespace Middeck.Operations.Processes;

/// <summary>A process with what it started: its descendants, and what is left of its session.</summary>
internal sealed class ProcessFamily
{
    private readonly List<(ProcessIdentity Process, ProcessStat Stat)> _all;

    private ProcessFamily(List<(ProcessIdentity, ProcessStat)> all)
    {
        _all = all;
    }

    /// <summary>Looks at all processes of the machine once.</summary>
    public static ProcessFamily Look() => new(
    [
        .. Directory.EnumerateDirectories("/proc")
            .Select(folder => int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out var pid) ? pid : 0)
            .Where(pid => pid > 0)
            .Select(pid => (Pid: pid, Stat: ProcessStat.Read(pid)))
            .Where(process => process.Stat is { IsDead: false })
            .Select(process => (new ProcessIdentity(process.Pid, process.Stat!.StartTicks), process.Stat)),
    ]);

    /// <summary>
    /// The members, the process itself first when it lives. Once it is dead its session still tells them: the kernel gives its number to
    /// nobody while the session has members. A process that has the number by now is somebody else, and so is its session.
    /// </summary>
    public IReadOnlyList<ProcessIdentity> Of(ProcessIdentity process)
    {
        if (_all.Any(other => other.Process.Pid == process.Pid && other.Process != process))
        {
            return [];
        }

        var members = new HashSet<int> { process.Pid };
        var found = _all.Where(other => other.Process.Pid == process.Pid || other.Stat.Session == process.Pid).ToList();
        for (var next = found; next.Count > 0;)
        {
            members.UnionWith(next.Select(member => member.Process.Pid));
            next = [.. _all.Where(other => members.Contains(other.Stat.Parent) && !members.Contains(other.Process.Pid))];
            found.AddRange(next);
        }

        return [.. found.OrderBy(member => member.Process != process).Select(member => member.Process)];
    }

    /// <summary>Processor time of processes, in seconds.</summary>
    public double CpuSeconds(IReadOnlyList<ProcessIdentity> members)
        // USER_HZ is 100 on every Linux that .NET runs on.
        => _all.Where(process => members.Contains(process.Process)).Sum(process => process.Stat.CpuTicks) / 100.0;

    /// <summary>Sends a signal to the process and everything of its family.</summary>
    public static void Send(Signal signal, ProcessIdentity process)
    {
        foreach (var member in Look().Of(process))
        {
            signal.Send(member);
        }
    }

    /// <summary>Memory of some processes in bytes: what each has for itself, and the largest part that they share.</summary>
    public static long Memory(IEnumerable<ProcessIdentity> members)
    {
        long own = 0;
        long shared = 0;
        foreach (var member in members)
        {
            try
            {
                // 5432 1234 800 …: size, resident and shared pages.
                var fields = File.ReadAllText($"/proc/{member.Pid}/statm").Split(' ');
                var common = long.Parse(fields[2], CultureInfo.InvariantCulture);
                own += long.Parse(fields[1], CultureInfo.InvariantCulture) - common;
                shared = Math.Max(shared, common);
            }
            catch (Exception ex) when (ex is IOException or UnauthorizedAccessException)
            {
                // It ended meanwhile.
            }
        }

        return (own + shared) * Environment.SystemPageSize;
    }
}
