using ExcelDataReader;

namespace Middeck.Knowledge.Ingestion.Readers;

/// <summary>The cells of the row at hand as people see them; merged cells repeat what the first of them holds.</summary>
internal sealed class SheetCells
{
    private readonly IExcelDataReader _reader;
    private readonly Queue<CellRange> _later;
    private readonly List<(CellRange Range, string Text)> _open = [];
    private readonly List<string> _row = [];
    private int _at = -1;

    public SheetCells(IExcelDataReader reader)
    {
        _reader = reader;
        _later = new Queue<CellRange>((reader.MergeCells ?? []).OrderBy(range => range.FromRow));
    }

    /// <summary>The row, and how many of its cells hold something of their own. The list is used again for the next row.</summary>
    public (IReadOnlyList<string> Cells, int Filled) Row()
    {
        _at++;
        _row.Clear();
        var filled = 0;
        for (var i = 0; i < _reader.FieldCount; i++)
        {
            if (_reader.GetValue(i) is { } value && CellText.Of(value, _reader.GetNumberFormatString(i)) is { Length: > 0 } text)
            {
                filled++;
                Put(i, text);
            }
        }

        Merge();
        return (_row, filled);
    }

    private void Merge()
    {
        _open.RemoveAll(merged => merged.Range.ToRow < _at);
        while (_later.TryPeek(out var range) && range.FromRow <= _at)
        {
            _later.Dequeue();
            if (range.ToRow >= _at && range.FromColumn < _row.Count && _row[range.FromColumn].Length > 0)
            {
                _open.Add((range, _row[range.FromColumn]));
            }
        }

        // A note merged over the sheet's whole width is not a thousand notes.
        foreach (var (range, text) in _open)
        {
            for (var column = range.FromColumn; column <= Math.Min(range.ToColumn, _reader.FieldCount - 1); column++)
            {
                Put(column, text);
            }
        }
    }

    // Empty cells behind the last filled one are not there for anybody.
    private void Put(int column, string text)
    {
        while (_row.Count <= column)
        {
            _row.Add("");
        }

        _row[column] = text;
    }
}
