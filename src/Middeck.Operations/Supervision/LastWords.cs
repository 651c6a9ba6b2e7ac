using Middeck.Operations.Logs;

namespace Middeck.Operations.Supervision;

/// <summary>Says in one line why a process ended.</summary>
internal static class LastWords
{
    // What a shell reports for a process that a signal ended.
    private const int SignalBase = 128;
    private const string OwnPrefix = "middeck: ";

    /// <summary>The signal that ended it, else the last line that it wrote; null when it wrote none.</summary>
    public static string? Of(int? exitCode, LogReader log, long start)
    {
        if (exitCode > SignalBase)
        {
            return $"ended by signal {exitCode - SignalBase}";
        }

        var line = log.LastWords(start);
        return line?.StartsWith(OwnPrefix, StringComparison.Ordinal) == true ? line[OwnPrefix.Length..] : line;
    }
}
