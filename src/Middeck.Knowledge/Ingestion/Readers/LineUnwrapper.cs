using System.Text;

namespace Middeck.Knowledge.Ingestion.Readers;

/// <summary>
/// Joins the lines of a page to paragraphs. A PDF knows lines only, so a sentence is cut where the paper ended: 消防\n通道 would
/// never be found as 消防通道. A line that is clearly shorter than the widest one ends its paragraph.
/// </summary>
internal static class LineUnwrapper
{
    // Of the widest line of the page: what a ragged right edge may leave.
    private const double FullLine = 0.75;
    private const string SentenceEnds = ".。!！?？:：;；";

    public static string Unwrap(string page)
    {
        var lines = page.Split('\n');
        var widest = lines.Max(static line => WidthOf(line.AsSpan().Trim()));
        var text = new StringBuilder(page.Length);
        var previous = ReadOnlySpan<char>.Empty;
        foreach (var raw in lines)
        {
            var line = raw.AsSpan().Trim();
            if (text.Length > 0)
            {
                Join(text, previous, line, widest);
            }

            text.Append(line);
            previous = line;
        }

        return text.ToString();
    }

    private static void Join(StringBuilder text, ReadOnlySpan<char> previous, ReadOnlySpan<char> line, int widest)
    {
        if (previous.IsEmpty || line.IsEmpty || WidthOf(previous) < FullLine * widest || StartsItem(line)
            || SentenceEnds.Contains(previous[^1]))
        {
            text.Append('\n');
        }
        else if (previous is [.., >= 'a' and <= 'z', '-'] && char.IsAsciiLetterLower(line[0]))
        {
            // Hyphenation of Western text: exam- ple.
            text.Length--;
        }
        else if (!IsWide(previous[^1]) && !IsWide(line[0]))
        {
            text.Append(' ');
        }
    }

    // • a, - b, 1. c, 2、d, (3) e, 6.2.4 f, 第三条; but not the 10 m that a line happens to begin with.
    private static bool StartsItem(ReadOnlySpan<char> line)
        => line[0] is '•' or '·' or '-' or '–' or '*' or '(' or '（' or '第' || IsNumbered(line);

    private static bool IsNumbered(ReadOnlySpan<char> line)
    {
        var digits = line.IndexOfAnyExceptInRange('0', '9');
        return digits > 0 && line[digits] is '.' or '．' or '、' or ')' or '）';
    }

    private static int WidthOf(ReadOnlySpan<char> line)
    {
        var width = 0;
        foreach (var character in line)
        {
            width += IsWide(character) ? 2 : 1;
        }

        return width;
    }

    // Chinese, Japanese and Korean characters and their punctuation take two columns and know no spaces.
    private static bool IsWide(char character) => character is >= '\u2E80' and <= '\uFFDC' and not (>= '\uD800' and <= '\uF8FF');
}
