using System.Globalization;

namespace Middeck.Operations.Processes;

/// <summary>What <c>/proc/{pid}/stat</c> says (proc(5)).</summary>
/// <param name="State">One letter; <c>Z</c> and <c>X</c> are dead.</param>
/// <param name="StartTicks">Clock ticks after boot.</param>
/// <param name="ResidentPages">Pages in memory.</param>
internal sealed record ProcessStat(char State, long StartTicks, long ResidentPages)
{
    /// <summary>Who started it.</summary>
    public int Parent { get; init; }

    /// <summary>Its session: the pid of the process that began it.</summary>
    public int Session { get; init; }

    /// <summary>Processor time of its own, in clock ticks.</summary>
    public long CpuTicks { get; init; }

    public bool IsDead => State is 'Z' or 'X';

    public static ProcessStat? Read(int pid)
    {
        try
        {
            return Parse(File.ReadAllText($"/proc/{pid}/stat"));
        }
        catch (Exception ex) when (ex is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    // 4242 (a name) with) S 1 4242 4242 0 -1 4194560 …: the name may hold blanks and brackets, so the last bracket counts.
    internal static ProcessStat? Parse(string line)
    {
        var name = line.LastIndexOf(')');
        if (name < 0)
        {
            return null;
        }

        var fields = line[(name + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return fields.Length > 21
            ? new ProcessStat(
                fields[0][0],
                long.Parse(fields[19], CultureInfo.InvariantCulture),
                long.Parse(fields[21], CultureInfo.InvariantCulture))
            {
                Parent = int.Parse(fields[1], CultureInfo.InvariantCulture),
                Session = int.Parse(fields[3], CultureInfo.InvariantCulture),
                CpuTicks = long.Parse(fields[11], CultureInfo.InvariantCulture) + long.Parse(fields[12], CultureInfo.InvariantCulture),
            }
            : null;
    }
}
