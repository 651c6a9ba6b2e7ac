using CsvHelper;

namespace Middeck.Studio.Annotations.Transfer;

/// <summary>
/// Reads a table of questions and answers:
/// <code>
/// question,answer
/// When is the canteen open?,"From 11:30, on all workdays."
/// </code>
/// </summary>
internal static class AnnotationCsv
{
    public const int MostRows = 10_000;

    private const int MostFaults = 200;
    private static readonly string[] QuestionNames = ["question", "问题"];
    private static readonly string[] AnswerNames = ["answer", "答案"];

    /// <exception cref="Core.Errors.FaultException"><c>annotations.import_*</c>; nothing of it is to be written then.</exception>
    public static async Task<ImportFile> ReadAsync(string text, CancellationToken cancellationToken)
    {
        using var reader = new StringReader(text);
        await using var csv = CsvReader.Create(reader, Options(text), leaveOpen: true);
        var (question, answer) = await csv.ReadAsync(cancellationToken)
            ? Columns(csv)
            : throw AnnotationFaults.WrongColumns("nothing");
        var entries = new List<AnnotationText>();
        var faults = new List<ImportFault>();
        var (row, faulty) = (1, 0);
        while (await csv.ReadAsync(cancellationToken))
        {
            row++;
            if (row > MostRows + 1)
            {
                throw AnnotationFaults.TooManyRows(MostRows);
            }

            var entry = new AnnotationText(Cell(csv, question), Cell(csv, answer));
            if (entry.Wrong() is not var (field, rule))
            {
                entries.Add(entry);
            }
            else if (faulty++ < MostFaults)
            {
                faults.Add(new ImportFault(row, $"{field} {rule}"));
            }
        }

        return new ImportFile(entries, faults, faulty);
    }

    /// <summary>A cell as it is written. Spreadsheets take a text that begins like a formula for one, so it gets an apostrophe.</summary>
    public static string Write(string cell)
    {
        var safe = cell.Length > 0 && IsFormula(cell[0]) ? $"'{cell}" : cell;
        return safe.AsSpan().ContainsAny("\",\r\n") || safe.StartsWith(' ') || safe.EndsWith(' ')
            ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
            : safe;
    }

    private static string Cell(CsvReader csv, int column)
    {
        var text = column < csv.FieldCount ? csv.GetString(column).Trim() : "";
        return text.Length > 1 && text[0] == '\'' && IsFormula(text[1]) ? text[1..] : text;
    }

    private static (int Question, int Answer) Columns(CsvReader csv)
    {
        var names = Enumerable.Range(0, csv.FieldCount).Select(index => csv.GetString(index).Trim()).ToList();
        var question = names.FindIndex(name => QuestionNames.Contains(name, StringComparer.OrdinalIgnoreCase));
        var answer = names.FindIndex(name => AnswerNames.Contains(name, StringComparer.OrdinalIgnoreCase));
        return question >= 0 && answer >= 0
            ? (question, answer)
            : throw AnnotationFaults.WrongColumns(Shown(names));
    }

    private static string Shown(List<string> names)
    {
        var shown = string.Join(", ", names.Take(10).Select(name => name.Length <= 40 ? name : $"{name[..40]}…"));
        return shown.Length == 0 ? "nothing" : shown;
    }

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

    private static bool IsFormula(char first) => first is '=' or '+' or '-' or '@' or '\t' or '\r';
}
