namespace Middeck.Studio.Tables;

/// <summary>One cell of a table. Spreadsheets take a text that begins like a formula for one, so it gets an apostrophe.</summary>
internal static class CsvCell
{
    public static string Write(string cell)
    {
        var safe = cell.Length > 0 && IsFormula(cell[0]) ? $"'{cell}" : cell;
        return safe.AsSpan().ContainsAny("\",\r\n") || safe.StartsWith(' ') || safe.EndsWith(' ')
            ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
            : safe;
    }

    /// <summary>A line with its end.</summary>
    public static string Line(IEnumerable<string> cells) => string.Join(',', cells.Select(Write)) + "\r\n";

    /// <summary>What was written, without spaces around it and without the apostrophe.</summary>
    public static string Read(string cell)
    {
        var text = cell.Trim();
        return text.Length > 1 && text[0] == '\'' && IsFormula(text[1]) ? text[1..] : text;
    }

    private static bool IsFormula(char first) => first is '=' or '+' or '-' or '@' or '\t' or '\r';
}
