namespace Middeck.Knowledge.Ingestion.Readers;

/// <summary>Where in a workbook its reader is, for progress and for what is said of damage.</summary>
internal sealed class SheetPosition
{
    private int _sheet;
    private string? _name;
    private bool _ended;

    public int Sheets { get; set; }

    public int Row { get; set; }

    public string Fact => FormattableString.Invariant($"sheet {_sheet} of {Sheets}, row {Row}");

    public double Share => Sheets == 0 ? 0 : (double)(_sheet - 1) / Sheets;

    /// <summary>A clause: the workbook is damaged because …</summary>
    public string Where => _name is null
        ? "its first sheet cannot be read"
        : _ended ? $"the sheet behind \"{_name}\" cannot be read"
        : FormattableString.Invariant($"sheet \"{_name}\" cannot be read after row {Row}");

    public void Begin(string name) => (_sheet, _name, _ended, Row) = (_sheet + 1, name, false, 0);

    /// <summary>All rows of the sheet are read; the next one is opened.</summary>
    public void End() => _ended = true;
}
