namespace Middeck.Knowledge.Chunking;

/// <summary>
/// Dify's way of cutting: the separator always ends a chunk, and a section that is longer than the limit is cut further. Length
/// is counted in characters. Unlike there, a heading is not a chunk of its own but stays with the section it stands above, and a
/// table is cut only between rows and then repeats its header.
/// </summary>
/// <param name="separator">As people write it.</param>
/// <param name="maxLength">Characters of a chunk.</param>
/// <param name="overlap">Characters that are repeated where a section was cut.</param>
internal sealed class SectionSplit(string separator, int maxLength, int overlap)
{
    private readonly string _separator = Separators.Unescape(separator);

    // Words as a separator are a border that somebody drew; white space is one that the format gives.
    private readonly bool _keepsTogether = string.IsNullOrWhiteSpace(Separators.Unescape(separator));

    public List<Cut> Split(string text) => Split(text, new TextRange(0, text.Length));

    public List<Cut> Split(string text, TextRange within)
    {
        var cuts = new List<Cut>();
        var tables = TablesIn(text);
        foreach (var section in Sections(text, within, tables))
        {
            if (section.Length <= maxLength)
            {
                cuts.Add(new Cut(section));
            }
            else
            {
                Append(text, section, tables, cuts);
            }
        }

        return cuts;
    }

    /// <summary>Behind the last separator that ends a section; 0 when there is none.</summary>
    public int LastBorder(string text)
    {
        var tables = TablesIn(text);
        for (var end = text.Length; _separator.Length > 0 && end > 0;)
        {
            var found = text.AsSpan(0, end).LastIndexOf(_separator);
            if (found <= 0)
            {
                return 0;
            }

            var line = text.AsSpan(0, found).TrimEnd();
            line = line[(line.LastIndexOf('\n') + 1)..];
            var isInside = _keepsTogether
                && (TextLines.IsHeading(line) || TableAround(tables, found) is not null || EndsInTable(text, tables, found));
            if (!isInside)
            {
                return found + _separator.Length;
            }

            end = found;
        }

        return 0;
    }

    private static bool EndsInTable(string text, List<PipeTable> tables, int at)
        // A table at the very end may go on behind it.
        => tables.Count > 0 && tables[^1].End >= text.TrimEnd().Length && at >= tables[^1].Start;

    private static List<PipeTable> TablesIn(string text) => text.Contains("\n|", StringComparison.Ordinal) || text is ['|', ..]
        ? PipeTable.FindAll(text)
        : [];

    private static PipeTable? TableAround(List<PipeTable> tables, int at)
    {
        var (low, high) = (0, tables.Count - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (tables[middle].End <= at)
            {
                low = middle + 1;
            }
            else if (tables[middle].Start > at)
            {
                high = middle - 1;
            }
            else
            {
                return tables[middle];
            }
        }

        return null;
    }

    private IEnumerable<TextRange> Sections(string text, TextRange within, List<PipeTable> tables)
    {
        var limit = within.Start + within.Length;
        var heading = -1;
        for (var start = within.Start; start <= limit;)
        {
            var end = EndOfSection(text, start, limit, tables);
            var section = Ranges.Trim(text, start, end);
            start = end + Math.Max(1, _separator.Length);
            if (section.Length == 0)
            {
                continue;
            }

            var from = heading < 0 ? section.Start : heading;
            if (_keepsTogether && end < limit && IsOneHeading(text.AsSpan(section.Start, section.Length)))
            {
                heading = from;
                continue;
            }

            heading = -1;
            yield return new TextRange(from, section.Start + section.Length - from);
        }

        if (heading >= 0)
        {
            yield return Ranges.Trim(text, heading, limit);
        }
    }

    private int EndOfSection(string text, int start, int limit, List<PipeTable> tables)
    {
        for (var from = start; _separator.Length > 0 && from < limit;)
        {
            var found = text.IndexOf(_separator, from, limit - from, StringComparison.Ordinal);
            if (found < 0)
            {
                return limit;
            }

            if (!_keepsTogether || TableAround(tables, found) is not { } table)
            {
                return found;
            }

            from = table.End;
        }

        return limit;
    }

    private static bool IsOneHeading(ReadOnlySpan<char> section) => TextLines.IsHeading(section) && !section.Contains('\n');

    private void Append(string text, TextRange section, List<PipeTable> tables, List<Cut> cuts)
    {
        var (start, end) = (section.Start, section.Start + section.Length);
        foreach (var table in tables.Where(table => table.Start >= start && table.End <= end))
        {
            AppendProse(text, start, table.Start, cuts);
            cuts.AddRange(TableSplit.Split(text, table, maxLength));
            start = table.End;
        }

        AppendProse(text, start, end, cuts);
    }

    private void AppendProse(string text, int start, int end, List<Cut> cuts)
    {
        var prose = Ranges.Trim(text, start, end);
        if (prose.Length > maxLength)
        {
            cuts.AddRange(LongSection.Split(text, prose, maxLength, overlap).Select(static range => new Cut(range)));
        }
        else if (prose.Length > 0)
        {
            cuts.Add(new Cut(prose));
        }
    }
}
