using System.Globalization;

namespace Middeck.Operations.Processes;

/// <summary>One process of this boot. A pid alone is reused; with the start time it is unique.</summary>
/// <param name="Pid">The process id.</param>
/// <param name="StartTicks">Field 22 of <c>/proc/{pid}/stat</c>: clock ticks after boot.</param>
public readonly record struct ProcessIdentity(int Pid, long StartTicks)
{
    /// <summary>Whether this very process still runs.</summary>
    public bool IsAlive => ProcessStat.Read(Pid) is { IsDead: false } stat && stat.StartTicks == StartTicks;

    // USER_HZ is 100 on every Linux that .NET runs on.
    private const double TicksPerSecond = 100;

    /// <summary>When it was started, to a hundredth of a second.</summary>
    public DateTimeOffset StartedAt(TimeProvider clock)
    {
        var uptime = double.Parse(File.ReadAllText("/proc/uptime").Split(' ')[0], CultureInfo.InvariantCulture);
        return clock.GetUtcNow() - TimeSpan.FromSeconds(Math.Max(0, uptime - (StartTicks / TicksPerSecond)));
    }

    /// <summary>The process that has this pid now; null when there is none or it is a zombie.</summary>
    public static ProcessIdentity? Of(int pid)
        => ProcessStat.Read(pid) is { IsDead: false } stat ? new ProcessIdentity(pid, stat.StartTicks) : null;
}
