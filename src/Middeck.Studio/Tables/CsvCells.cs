namespace Middeck.Studio.Tables;

/// <summary>Writes and reads the cells of a CSV file (RFC 4180) so that spreadsheets take none of them for a formula.</summary>
internal static class CsvCells
{
    /// <summary>A cell as it is written. Spreadsheets take a text that begins like a formula for one, so it gets an apostrophe.</summary>
    public static string Write(string cell)
    {
        var safe = cell.Length > 0 && IsFormula(cell[0]) ? $"'{cell}" : cell;
        return safe.AsSpan().ContainsAny("\",\r\n") || safe.StartsWith(' ') || safe.EndsWith(' ')
            ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
            : safe;
    }

    /// <summary>A line with its end.</summary>
    public static string Line(IEnumerable<string> cells) => string.Join(',', cells.Select(Write)) + "\r\n";

    /// <summary>A cell as it is meant: without the space around it and the apostrophe that <see cref="Write"/> sets.</summary>
    public static string Read(string written)
    {
        var text = written.Trim();
        return text.Length > 1 && text[0] == '\'' && IsFormula(text[1]) ? text[1..] : text;
    }

    private static bool IsFormula(char first) => first is '=' or '+' or '-' or '@' or '\t' or '\r';
}
