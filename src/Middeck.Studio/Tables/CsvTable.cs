using CsvHelper;

namespace Middeck.Studio.Tables;

/// <summary>Opens a CSV text whatever stands between its columns: a comma, a tab or a semicolon.</summary>
internal static class CsvTable
{
    public static CsvReader Open(TextReader reader, string text) => CsvReader.Create(reader, Options(text), leaveOpen: true);

    /// <summary>The cells of the line that the reader stands on.</summary>
    public static List<string> Cells(CsvReader csv)
        => [.. Enumerable.Range(0, csv.FieldCount).Select(index => csv.GetString(index).Trim())];

    /// <summary>Names of columns for a sentence; <c>nothing</c> for none.</summary>
    public static string Shown(IEnumerable<string> names)
    {
        var shown = string.Join(", ", names.Take(10).Select(name => name.Length <= 40 ? name : $"{name[..40]}…"));
        return shown.Length == 0 ? "nothing" : shown;
    }

    private static CsvReaderOptions Options(string text) => new()
    {
        Separator = Separator(text),
        HasHeader = false,
        SkipEmptyLines = true,
        // More than the whole file: a quote that nobody closes makes one row, whose last cell is too long.
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
