using Middeck.Knowledge.Bases;

namespace Middeck.Knowledge.Chunking;

/// <summary>
/// A chunk for each heading with what stands below it. Longer ones are cut like in the general mode; all of them are searched
/// with the headings above them.
/// </summary>
internal sealed class HeadingChunker : IChunker
{
    public string Mode => "heading";

    public int CutAt(string text, ChunkingSettings settings)
    {
        for (var end = text.Length; end > 0;)
        {
            var found = text.AsSpan(0, end).LastIndexOf("\n#");
            if (found <= 0)
            {
                break;
            }

            // Of headings in a row the first: the section of the last one goes with them.
            var line = TextLines.EndOf(text, found + 1);
            if (TextLines.IsHeading(text.AsSpan(found + 1, line - found - 1)) && !FollowsHeading(text, found))
            {
                return found + 1;
            }

            end = found;
        }

        return GeneralChunker.Of(settings).LastBorder(text);
    }

    public IEnumerable<ChunkDraft> Split(TextPiece piece, ChunkingSettings settings)
    {
        // The paragraphs of a section stay together as long as they fit.
        var split = new SectionSplit("", settings.MaxLength, settings.Overlap);
        return Sections(piece.Text)
            .SelectMany(section => split.Split(piece.Text, section))
            .Select(cut => new ChunkDraft(cut.In(piece.Text), piece.InWhole(cut.Range)));
    }

    private static IEnumerable<TextRange> Sections(string text)
    {
        var (start, hasText, isCode) = (0, false, false);
        for (var at = 0; at < text.Length;)
        {
            var end = TextLines.EndOf(text, at);
            var line = text.AsSpan(at, end - at);
            isCode ^= line.StartsWith("```");
            if (!isCode && TextLines.IsHeading(line))
            {
                if (hasText)
                {
                    yield return new TextRange(start, at - start);
                    (start, hasText) = (at, false);
                }
            }
            else
            {
                hasText |= !line.IsWhiteSpace();
            }

            at = end + 1;
        }

        yield return new TextRange(start, text.Length - start);
    }

    private static bool FollowsHeading(string text, int lineFeed)
    {
        var before = text.AsSpan(0, lineFeed).TrimEnd();
        return TextLines.IsHeading(before[(before.LastIndexOf('\n') + 1)..]);
    }
}
