namespace Middeck.Knowledge.Chunking;

/// <summary>
/// A Markdown table in a text:
/// <code>
/// | Room  | Width |
/// | ---   | ---   |
/// | Lobby | 2.4 m |
/// </code>
/// </summary>
/// <param name="Start">Where its header begins.</param>
/// <param name="Body">Where its first row begins.</param>
/// <param name="End">Behind its last row, before the line feed.</param>
internal readonly record struct PipeTable(int Start, int Body, int End)
{
    /// <summary>All tables of a text, in order.</summary>
    public static List<PipeTable> FindAll(string text)
    {
        var tables = new List<PipeTable>();
        for (var at = NextRow(text, 0); at >= 0; at = NextRow(text, at))
        {
            var rule = TextLines.EndOf(text, at) + 1;
            var end = rule;
            if (rule < text.Length && IsRule(text.AsSpan(rule, TextLines.EndOf(text, rule) - rule)))
            {
                var body = end = Math.Min(TextLines.EndOf(text, rule) + 1, text.Length);
                while (end < text.Length && text[end] == '|')
                {
                    end = Math.Min(TextLines.EndOf(text, end) + 1, text.Length);
                }

                tables.Add(new PipeTable(at, body, text[end - 1] == '\n' ? end - 1 : end));
            }

            at = Math.Min(end, text.Length);
        }

        return tables;
    }

    /// <summary>Header and rule, with their line feeds.</summary>
    public string HeaderIn(string text) => text[Start..Body];

    /// <summary>The rows below the header.</summary>
    public IEnumerable<TextRange> RowsIn(string text)
    {
        for (var start = Body; start < End;)
        {
            var end = TextLines.EndOf(text, start);
            yield return new TextRange(start, end - start);
            start = end + 1;
        }
    }

    /// <summary>The cells of a row, without the white space and the bars around them.</summary>
    public static List<string> Cells(ReadOnlySpan<char> row)
    {
        var cells = new List<string>();
        row = row.Trim();
        row = row is ['|', ..] ? row[1..] : row;
        var start = 0;
        for (var i = 0; i <= row.Length; i++)
        {
            var ends = i == row.Length || (row[i] == '|' && (i == 0 || row[i - 1] != '\\'));
            if (ends && !(i == row.Length && start == row.Length))
            {
                cells.Add(row[start..i].Trim().ToString().Replace("\\|", "|", StringComparison.Ordinal));
                start = i + 1;
            }
        }

        return cells;
    }

    private static int NextRow(string text, int at)
    {
        while (at < text.Length)
        {
            if (text[at] == '|' && (at == 0 || text[at - 1] == '\n'))
            {
                return at;
            }

            var next = text.IndexOf("\n|", at, StringComparison.Ordinal);
            at = next < 0 ? text.Length : next + 1;
        }

        return -1;
    }

    private static bool IsRule(ReadOnlySpan<char> line)
        => line is ['|', ..] && line.Contains('-') && line.IndexOfAnyExcept("|-: ") < 0;
}
