namespace Middeck.Operations.Processes;

/// <summary>What people want to know of a running process.</summary>
/// <param name="ResidentBytes">Memory that it holds.</param>
/// <param name="Command">Its command line, cut at 120 characters.</param>
public sealed record ProcessFacts(long ResidentBytes, string Command)
{
    /// <summary>Reads them; null when the process is gone.</summary>
    public static ProcessFacts? Of(int pid)
    {
        if (ProcessStat.Read(pid) is not { IsDead: false } stat)
        {
            return null;
        }

        return new ProcessFacts(stat.ResidentPages * Environment.SystemPageSize, CommandOf(pid));
    }

    private static string CommandOf(int pid)
    {
        try
        {
            var text = File.ReadAllText($"/proc/{pid}/cmdline").Replace('\0', ' ').Trim();
            return text.Length <= 120 ? text : $"{text[..119]}…";
        }
        catch (Exception ex) when (ex is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }
}
