using Middeck.Knowledge.Bases;

namespace Middeck.Knowledge.Chunking;

/// <summary>
/// Dify's general mode: the separator always ends a chunk, and a section that is longer than the limit is cut further. Length
/// is counted in characters. Unlike there, a heading is not a chunk of its own but stays with the section it stands above.
/// </summary>
internal sealed class GeneralChunker : IChunker
{
    public string Mode => "general";

    public IReadOnlyList<TextRange> Split(string text, ChunkingSettings settings)
    {
        var chunks = new List<TextRange>();
        foreach (var section in Sections(text, Unescape(settings.Separator)))
        {
            if (section.Length <= settings.MaxLength)
            {
                chunks.Add(section);
            }
            else
            {
                LongSection.Split(text, section, settings, chunks);
            }
        }

        return chunks;
    }

    private static string Unescape(string separator)
        => separator.Replace("\\n", "\n", StringComparison.Ordinal).Replace("\\t", "\t", StringComparison.Ordinal);

    private static IEnumerable<TextRange> Sections(string text, string separator)
    {
        // Words as a separator are a border that somebody drew; white space is one that the format gives.
        var keepsHeadings = string.IsNullOrWhiteSpace(separator);
        var heading = -1;
        for (var start = 0; start <= text.Length;)
        {
            var found = separator.Length == 0 ? -1 : text.IndexOf(separator, start, StringComparison.Ordinal);
            var end = found < 0 ? text.Length : found;
            var section = Ranges.Trim(text, start, end);
            start = end + Math.Max(1, separator.Length);

            if (section.Length == 0)
            {
                continue;
            }

            var from = heading < 0 ? section.Start : heading;
            if (keepsHeadings && found >= 0 && IsHeading(text.AsSpan(section.Start, section.Length)))
            {
                heading = from;
                continue;
            }

            heading = -1;
            yield return new TextRange(from, section.Start + section.Length - from);
        }

        if (heading >= 0)
        {
            yield return Ranges.Trim(text, heading, text.Length);
        }
    }

    // ## Exits
    private static bool IsHeading(ReadOnlySpan<char> section)
        => section[0] == '#' && section.TrimStart('#') is [' ', ..] && !section.Contains('\n');
}
