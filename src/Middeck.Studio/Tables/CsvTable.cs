using CsvHelper;

namespace Middeck.Studio.Tables;

/// <summary>Reads the rows of a table whose first line names its columns; commas, tabs or semicolons stand between them.</summary>
internal sealed class CsvTable : IAsyncDisposable
{
    private readonly CsvReader _csv;
    private readonly TableFaults _faults;
    private readonly int _mostRows;

    private CsvTable(CsvReader csv, int mostRows, TableFaults faults)
        => (_csv, _mostRows, _faults) = (csv, mostRows, faults);

    /// <summary>The columns' names in their order.</summary>
    public IReadOnlyList<string> Names { get; private set; } = [];

    /// <summary>The row that is being read, from 2: the names are the first. Lines inside of cells do not count.</summary>
    public int Row { get; private set; } = 1;

    public static async Task<CsvTable> OpenAsync(
        string text, int mostRows, TableFaults faults, CancellationToken cancellationToken)
    {
        var table = new CsvTable(CsvReader.Create(new StringReader(text), Options(text), leaveOpen: false), mostRows, faults);
        if (await table._csv.ReadAsync(cancellationToken))
        {
            table.Names = [.. Enumerable.Range(0, table._csv.FieldCount).Select(index => table._csv.GetString(index).Trim())];
        }

        return table;
    }

    /// <summary>The place of a column that has one of the names; -1 when there is none.</summary>
    public int Column(params ReadOnlySpan<string> names)
    {
        for (var index = 0; index < Names.Count; index++)
        {
            foreach (var name in names)
            {
                if (Names[index].Equals(name, StringComparison.OrdinalIgnoreCase))
                {
                    return index;
                }
            }
        }

        return -1;
    }

    /// <summary>The refusal that names the columns that are there.</summary>
    public Core.Errors.FaultException WrongColumns(string needed)
    {
        var shown = string.Join(", ", Names.Take(10).Select(name => name.Length <= 40 ? name : $"{name[..40]}…"));
        return _faults.WrongColumns(needed, shown.Length == 0 ? "nothing" : shown);
    }

    /// <summary>Goes to the next row. False at the end.</summary>
    /// <exception cref="Core.Errors.FaultException"><c>….import_too_many_rows</c>.</exception>
    public async Task<bool> ReadAsync(CancellationToken cancellationToken)
    {
        if (!await _csv.ReadAsync(cancellationToken))
        {
            return false;
        }

        return ++Row > _mostRows + 1 ? throw _faults.TooManyRows(_mostRows) : true;
    }

    /// <summary>A cell of the row; empty when the row is too short, or there is no such column.</summary>
    public string Cell(int column)
        => column >= 0 && column < _csv.FieldCount ? CsvCell.Read(_csv.GetString(column)) : "";

    public ValueTask DisposeAsync() => _csv.DisposeAsync();

    private static CsvReaderOptions Options(string text) => new()
    {
        Separator = Separator(text),
        HasHeader = false,
        SkipEmptyLines = true,
        // More than the whole file: a quote that nobody closes makes one row, whose answer is too long.
        MaxRecordSize = Math.Max(text.Length * 4, 1024),
        MalformedData = CsvMalformedDataHandling.Recover,
        FieldCountMismatch = CsvFieldCountHandling.Allow,
    };

    // The columns' names hold no separators themselves.
    private static char Separator(string text)
    {
        var first = text.AsSpan(0, text.AsSpan().IndexOfAny('\r', '\n') is >= 0 and var end ? end : text.Length);
        return first.Contains(',') ? ',' : first.Contains('\t') ? '\t' : first.Contains(';') ? ';' : ',';
    }
}
