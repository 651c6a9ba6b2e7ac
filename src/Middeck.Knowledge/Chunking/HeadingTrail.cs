namespace Middeck.Knowledge.Chunking;

/// <summary>The headings above a place, while a text is gone through from its beginning, piece by piece.</summary>
internal sealed class HeadingTrail
{
    private const string Arrow = " › ";
    private const int Longest = 500;

    private readonly string?[] _levels = new string?[6];
    private bool _isCode;
    private string? _path;

    /// <summary>Gives each chunk the headings that hold for its first line which is none itself.</summary>
    public IEnumerable<ChunkDraft> Follow(TextPiece piece, IEnumerable<ChunkDraft> drafts)
    {
        var at = 0;
        foreach (var draft in drafts)
        {
            var start = draft.Source.Start - piece.Offset;
            at = Go(piece.Text, at, Math.Max(at, start));
            at = GoThroughHeadings(piece.Text, at, start + draft.Source.Length);
            yield return draft with { Heading = _path };
        }

        Go(piece.Text, at, piece.Text.Length);
    }

    private int Go(string text, int at, int end)
    {
        while (at < end)
        {
            // Most lines begin neither a heading nor code.
            if ((text[at] is '#' or '`') && IsLineStart(text, at))
            {
                Take(text.AsSpan(at, TextLines.EndOf(text, at) - at));
            }

            var next = text.AsSpan(at, end - at).IndexOf('\n');
            if (next < 0)
            {
                return end;
            }

            at += next + 1;
        }

        return at;
    }

    private int GoThroughHeadings(string text, int at, int end)
    {
        while (at < end && IsLineStart(text, at))
        {
            var line = text.AsSpan(at, TextLines.EndOf(text, at) - at);
            if (!line.IsWhiteSpace() && (_isCode || !TextLines.IsHeading(line)))
            {
                return at;
            }

            Take(line);
            at += line.Length + 1;
        }

        return Math.Min(at, text.Length);
    }

    private static bool IsLineStart(string text, int at) => at == 0 || text[at - 1] == '\n';

    private void Take(ReadOnlySpan<char> line)
    {
        if (line.StartsWith("```"))
        {
            _isCode = !_isCode;
        }
        else if (!_isCode && TextLines.IsHeading(line))
        {
            var words = line.TrimStart('#');
            var level = line.Length - words.Length - 1;
            _levels[level] = words.Trim().TrimEnd('#').TrimEnd().ToString();
            Array.Clear(_levels, level + 1, _levels.Length - level - 1);
            var path = string.Join(Arrow, _levels.Where(static heading => heading is not null));
            _path = path.Length <= Longest ? path : path[..Longest];
        }
    }
}
