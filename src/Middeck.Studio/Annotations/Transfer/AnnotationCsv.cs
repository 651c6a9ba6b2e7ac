using CsvHelper;
using Middeck.Studio.Tables;

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
        await using var csv = CsvTable.Open(reader, text);
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

    private static string Cell(CsvReader csv, int column)
        => column < csv.FieldCount ? CsvCells.Read(csv.GetString(column)) : "";

    private static (int Question, int Answer) Columns(CsvReader csv)
    {
        var names = CsvTable.Cells(csv);
        var question = names.FindIndex(name => QuestionNames.Contains(name, StringComparer.OrdinalIgnoreCase));
        var answer = names.FindIndex(name => AnswerNames.Contains(name, StringComparer.OrdinalIgnoreCase));
        return question >= 0 && answer >= 0
            ? (question, answer)
            : throw AnnotationFaults.WrongColumns(CsvTable.Shown(names));
    }
}
