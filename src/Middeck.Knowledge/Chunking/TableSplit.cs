namespace Middeck.Knowledge.Chunking;

/// <summary>Cuts a table between rows. Each part begins with the table's header.</summary>
internal static class TableSplit
{
    // A row is kept whole beyond the length of a chunk, but no model reads more than this at once.
    private const int LongestRow = 8000;

    public static IEnumerable<Cut> Split(string text, PipeTable table, int maxLength)
    {
        var header = table.HeaderIn(text);
        // A header that leaves no room for rows is no help.
        header = header.Length <= maxLength / 2 ? header : "";
        var (start, end) = (table.Start, table.Body - 1);
        foreach (var row in table.RowsIn(text))
        {
            var rowEnd = row.Start + row.Length;
            var repeated = start == table.Start ? 0 : header.Length;
            if (repeated + rowEnd - start > maxLength && end >= table.Body)
            {
                yield return Part(table, header, start, end);
                start = row.Start;
            }

            if (row.Length > LongestRow)
            {
                foreach (var range in LongSection.Split(text, row, LongestRow, overlap: 0))
                {
                    yield return new Cut(range, header);
                }

                (start, end) = (rowEnd + 1, rowEnd);
                continue;
            }

            end = rowEnd;
        }

        if (end > start)
        {
            yield return Part(table, header, start, end);
        }
    }

    private static Cut Part(PipeTable table, string header, int start, int end)
        => new(new TextRange(start, end - start), start == table.Start ? "" : header);
}
