using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.RegularExpressions;

namespace Middeck.Knowledge.Ingestion.Readers;

/// <summary>Takes a file of subtitles apart into its cues. What stands before the first time or in notes is no cue.</summary>
internal static partial class SubtitleCues
{
    public static async IAsyncEnumerable<SubtitleCue> ReadAsync(
        TextReader text, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        (TimeSpan Start, TimeSpan End)? time = null;
        var said = new StringBuilder();
        await foreach (var line in BoundedLines.ReadAsync(text, cancellationToken))
        {
            var next = Time(line);
            if (time is { } open && (next is not null || line.Length == 0 || said.Length > ExtractedPage.MaxLength / 2))
            {
                yield return new SubtitleCue(open.Start, open.End, said.ToString());
                time = null;
                said.Clear();
            }

            time = next ?? time;
            if (time is not null && next is null)
            {
                said.Append(said.Length == 0 ? "" : " ").Append(Speaker().Replace(line, "$1: "));
            }
        }

        if (time is { } last)
        {
            yield return new SubtitleCue(last.Start, last.End, said.ToString());
        }
    }

    private static (TimeSpan Start, TimeSpan End)? Time(string line)
        => line.Contains("-->", StringComparison.Ordinal) && Times().Match(line) is { Success: true } times
            ? (Span(times, "a"), Span(times, "b"))
            : null;

    private static TimeSpan Span(Match times, string which)
        => TimeSpan.FromHours(Number(times.Groups[which + "h"])) + TimeSpan.FromMinutes(Number(times.Groups[which + "m"]))
            + TimeSpan.FromSeconds(Number(times.Groups[which + "s"]));

    private static int Number(Group digits)
        => digits.Length == 0 ? 0 : int.Parse(digits.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    // WebVTT may leave the hours out and has a point, SubRip a comma.
    [GeneratedRegex(
        @"^\s*(?:(?<ah>[0-9]{1,4}):)?(?<am>[0-9]{1,2}):(?<as>[0-9]{1,2})[.,][0-9]{1,3}\s*-->\s*"
        + @"(?:(?<bh>[0-9]{1,4}):)?(?<bm>[0-9]{1,2}):(?<bs>[0-9]{1,2})[.,][0-9]{1,3}")]
    private static partial Regex Times();

    [GeneratedRegex(@"<v(?:\.[^ >]{0,50})? ([^<>]{1,100})>")]
    private static partial Regex Speaker();
}
