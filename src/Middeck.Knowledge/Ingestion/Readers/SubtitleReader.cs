using System.Runtime.CompilerServices;
using System.Text;
using System.Text.RegularExpressions;

namespace Middeck.Knowledge.Ingestion.Readers;

/// <summary>
/// Reads subtitles (WebVTT and SubRip): cues are joined to paragraphs, whose place is the time at which they begin.
/// <code>
/// 00:01:30.000 --> 00:01:34.000
/// &lt;v Anna&gt;Keep the exits free.
/// </code>
/// </summary>
internal sealed partial class SubtitleReader : IDocumentReader
{
    // A silence of some seconds, or a sentence's end after some hundred characters, ends a paragraph.
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(4);
    private const int LongParagraph = 400;
    private const int LongestParagraph = 2000;
    private const string SentenceEnds = ".!?。！？…";

    public IReadOnlyList<FileFormat> Formats { get; } =
    [
        new("vtt", "text/vtt", FileSignature.Text),
        new("srt", "application/x-subrip", FileSignature.Text),
    ];

    public async IAsyncEnumerable<ExtractedPage> ReadAsync(
        DocumentSource source, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var content = await source.SeekableAsync(cancellationToken);
        using var text = await TextDecoder.OpenAsync(content, declared: null, cancellationToken);
        var paragraph = new StringBuilder();
        var (start, end, cues) = (TimeSpan.Zero, TimeSpan.Zero, 0);
        await foreach (var cue in SubtitleCues.ReadAsync(text, cancellationToken))
        {
            cues++;
            if (paragraph.Length > 0 && EndsBefore(cue, paragraph, end))
            {
                yield return Page(paragraph, start);
                paragraph.Clear();
            }

            start = paragraph.Length == 0 ? cue.Start : start;
            end = cue.End;
            var words = Marks().Replace(cue.Text, "").Trim();
            if (!EndsWith(paragraph, words))
            {
                Append(paragraph, words);
            }
        }

        if (cues == 0)
        {
            throw KnowledgeFaults.Unreadable(
                "knowledge.no_text", $"The .{source.Extension} file holds no cues: no line such as 00:01:30.000 --> 00:01:34.000.");
        }

        yield return Page(paragraph, start);
    }

    private static bool EndsBefore(SubtitleCue cue, StringBuilder paragraph, TimeSpan end)
        => cue.Start - end >= Silence || paragraph.Length >= LongestParagraph
            || (paragraph.Length >= LongParagraph && SentenceEnds.Contains(paragraph[^1]));

    // Live captions repeat the line before in each cue.
    private static bool EndsWith(StringBuilder paragraph, string words)
        => paragraph.Length >= words.Length
            && paragraph.ToString(paragraph.Length - words.Length, words.Length).Equals(words, StringComparison.Ordinal);

    private static void Append(StringBuilder paragraph, string words)
    {
        if (words.Length > 0)
        {
            var glued = paragraph.Length == 0 || (paragraph[^1] > '\u2E80' && words[0] > '\u2E80');
            paragraph.Append(glued ? "" : " ").Append(words);
        }
    }

    private static ExtractedPage Page(StringBuilder paragraph, TimeSpan start)
        => new(null, paragraph.ToString(), FormattableString.Invariant($"{(int)start.TotalHours:00}:{start.Minutes:00}:{start.Seconds:00}"));

    // <b>, <c.yellow>, <00:01:31.000>; of <v Anna> the name is kept by the reader of cues.
    [GeneratedRegex(@"</?[a-zA-Z0-9.:][^<>]{0,200}>|</?[a-zA-Z]>|\{\\[^{}]{0,50}\}")]
    private static partial Regex Marks();
}
