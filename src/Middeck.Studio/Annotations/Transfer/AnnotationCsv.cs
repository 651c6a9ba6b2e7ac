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

    /// <exception cref="Core.Errors.FaultException"><c>annotations.import_*</c>; nothing of it is to be written then.</exception>
    public static async Task<ImportFile> ReadAsync(string text, CancellationToken cancellationToken)
    {
        await using var table = await CsvTable.OpenAsync(text, MostRows, AnnotationFaults.Import, cancellationToken);
        var (question, answer) = (table.Column("question", "问题"), table.Column("answer", "答案"));
        if (question < 0 || answer < 0)
        {
            throw table.WrongColumns("question and answer (or 问题 and 答案)");
        }

        var entries = new List<AnnotationText>();
        var faults = new List<ImportFault>();
        var faulty = 0;
        while (await table.ReadAsync(cancellationToken))
        {
            var entry = new AnnotationText(table.Cell(question), table.Cell(answer));
            if (entry.Wrong() is not var (field, rule))
            {
                entries.Add(entry);
            }
            else if (faulty++ < MostFaults)
            {
                faults.Add(new ImportFault(table.Row, $"{field} {rule}"));
            }
        }

        return new ImportFile(entries, faults, faulty);
    }
}
