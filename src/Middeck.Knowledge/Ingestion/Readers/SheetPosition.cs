namespace Middeck.Knowledge.Ingestion.Readers;

/// <summary>Where in a workbook its reader is, for progress and for what is said of damage.</summary>
internal sealed class SheetPosition
{
    private int _sheet;
    private string? _name;

    public int Sheets { get; set; }

    public int Row { get; set; }

    public string Fact => FormattableString.Invariant($"sheet {_sheet} of {Sheets}, row {Row}");

    public double Share => Sheets == 0 ? 0 : (double)(_sheet - 1) / Sheets;

    /// <summary>A clause: the workbook is damaged because …</summary>
    public string Where => _name is null
        ? "its sheets cannot be found"
        : FormattableString.Invariant($"sheet \"{_name}\" cannot be read after row {Row}");

    public void Begin(string name) => (_sheet, _name, Row) = (_sheet + 1, name, 0);
}
