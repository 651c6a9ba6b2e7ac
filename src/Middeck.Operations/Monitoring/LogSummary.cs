using System.Globalization;
using System.Text.RegularExpressions;
using Middeck.Operations.Home;

namespace Middeck.Operations.Monitoring;

/// <summary>Finds the errors in the logs of a home and puts like to like: lines that differ only in numbers and ids are one.</summary>
public sealed partial class LogSummary(MiddeckHome home)
{
    private const int LongestLine = 400;

    // A log is put aside at 20 MB; what is older than the last part is rarely what is looked for.
    private const long MostBytes = 64 * 1024 * 1024;

    /// <summary>The groups since a moment, the most frequent first.</summary>
    public IReadOnlyList<ErrorGroup> Since(DateTimeOffset moment)
        => [.. Files().SelectMany(file => Errors(file.Service, file.Path, moment))
            .GroupBy(error => (error.Service, error.Shape))
            .Select(group => new ErrorGroup(
                group.Key.Service, group.Count(), group.Min(error => error.At), group.Max(error => error.At), group.Key.Shape, group.Last().Line))
            .OrderByDescending(group => group.Count)
            .ThenByDescending(group => group.Last)];

    /// <summary>The line without what differs from one occurrence to the next.</summary>
    internal static string ShapeOf(string line) => Numbers().Replace(Ids().Replace(Time().Replace(line, ""), "<id>"), "<n>").Trim();

    private IEnumerable<(string Service, string Path)> Files()
        => Directory.Exists(home.Logs)
            // x.log.1 is older than x.log.
            ? Directory.EnumerateFiles(home.Logs, "*.log*")
                .Where(path => path.EndsWith(".log", StringComparison.Ordinal) || path.EndsWith(".log.1", StringComparison.Ordinal))
                .OrderDescending(StringComparer.Ordinal)
                .Select(path => (Path.GetFileName(path).Split(".log")[0], path))
            : [];

    private static IEnumerable<(string Service, DateTimeOffset At, string Shape, string Line)> Errors(
        string service, string path, DateTimeOffset moment)
    {
        var written = new DateTimeOffset(File.GetLastWriteTimeUtc(path), TimeSpan.Zero);
        if (written < moment)
        {
            yield break;
        }

        // A line that says no time is of the time of the line before it.
        DateTimeOffset? at = null;
        foreach (var line in Lines(path))
        {
            at = TimeOf(line) ?? at;
            if (IsError().IsMatch(line) && (at ?? written) >= moment)
            {
                var cut = line.Length <= LongestLine ? line : $"{line[..(LongestLine - 1)]}…";
                yield return (service, at ?? written, ShapeOf(cut), cut);
            }
        }
    }

    private static IEnumerable<string> Lines(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        file.Position = Math.Max(0, file.Length - MostBytes);
        using var reader = new StreamReader(file);
        while (reader.ReadLine() is { } line)
        {
            yield return line;
        }
    }

    // 2026-11-22T02:53:46.123Z fail: …; PostgreSQL: 2026-11-22 02:53:46.123 UTC [42] ERROR: …; time=2026-11-22T02:53:46.123Z level=error …
    private static DateTimeOffset? TimeOf(string line)
        => Time().Match(line) is { Success: true } match
            && DateTimeOffset.TryParse(
                match.Value.Replace(" UTC", "Z", StringComparison.Ordinal),
                CultureInfo.InvariantCulture,
                DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
                out var time)
                ? time
                : null;

    [GeneratedRegex(@"\b\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:[.,]\d+)?(?: UTC|Z|[+-]\d\d:?\d\d)?")]
    private static partial Regex Time();

    [GeneratedRegex(@"\b(?:fail|crit): |\b(?:ERROR|FATAL|PANIC|CRITICAL)\b|\blevel=""?(?:error|fatal|crit)|""level"":\s*""(?:error|fatal)|\bTraceback \(most|ended with code [1-9]| failed: | ended by signal ", RegexOptions.CultureInvariant)]
    private static partial Regex IsError();

    [GeneratedRegex(@"\b(?=[0-9a-fA-F-]*\d)[0-9a-fA-F]{8,}(?:-[0-9a-fA-F]{4,}){0,4}\b")]
    private static partial Regex Ids();

    [GeneratedRegex(@"\d+(?:[.,:]\d+)*")]
    private static partial Regex Numbers();
}

/// <summary>Errors that are alike.</summary>
/// <param name="Service">Whose log.</param>
/// <param name="Count">How often.</param>
/// <param name="First">When first.</param>
/// <param name="Last">When last.</param>
/// <param name="Shape">The line with numbers and ids folded.</param>
/// <param name="Sample">The last such line.</param>
public sealed record ErrorGroup(string Service, int Count, DateTimeOffset First, DateTimeOffset Last, string Shape, string Sample);
