using Middeck.Core.Errors;
using Middeck.Studio.Apps;
using Middeck.Studio.Configuration;
using Middeck.Studio.Tables;

namespace Middeck.Studio.Sites.Batches;

/// <summary>
/// Reads a table of inputs and checks each line as a question is checked:
/// <code>
/// text,language
/// "Good morning, all",French
/// </code>
/// </summary>
internal static class BatchTable
{
    private const int MostFaults = 50;

    /// <summary>The lines, each with its cells in the order of the columns.</summary>
    /// <exception cref="FaultException"><c>sites.batch_*</c>; nothing is to be started then.</exception>
    public static async Task<List<string[]>> ReadAsync(
        string text, AppSnapshot app, IReadOnlyList<BatchColumn> columns, int mostRows, CancellationToken cancellationToken)
    {
        await using var table = await CsvTable.OpenAsync(text, mostRows, BatchFaults.Table, cancellationToken);
        var places = Places(table, columns);
        var rows = new List<string[]>();
        var wrong = new List<WrongRow>();
        var count = 0;
        while (await table.ReadAsync(cancellationToken))
        {
            string[] cells = [.. places.Select(table.Cell)];
            rows.Add(cells);
            if (Wrong(app, columns, cells) is { } reason && count++ < MostFaults)
            {
                wrong.Add(new WrongRow(table.Row, reason));
            }
        }

        return rows.Count == 0 ? throw BatchFaults.Empty()
            : count > 0 ? throw BatchFaults.WrongRows(wrong, count)
            : rows;
    }

    // Where each column stands; -1 for one that is left out and need not be there.
    private static int[] Places(CsvTable table, IReadOnlyList<BatchColumn> columns)
    {
        var names = table.Names.ToList();
        int[] places = [.. columns.Select(column => names.FindIndex(column.IsCalled))];
        var isComplete = columns.Zip(places).All(pair => pair.Second >= 0 || pair.First.Field is { Required: false });
        var isKnown = names.Where(name => name.Length > 0).All(name => columns.Any(column => column.IsCalled(name)));
        return isComplete && isKnown
            ? places
            : throw table.WrongColumns(string.Join(", ", columns.Select(column => column.Name)));
    }

    private static string? Wrong(AppSnapshot app, IReadOnlyList<BatchColumn> columns, string[] cells)
    {
        try
        {
            var (query, inputs) = BatchInputs.Of(columns, cells);
            InputCheck.Check(app.Config.InputForm, inputs);
            return query is not null && query.Length == 0 ? $"{BatchColumn.Query} is empty"
                : cells.All(StorableJson.IsStorable) ? null
                : "it holds a character that cannot be kept, such as NUL";
        }
        catch (FaultException ex)
        {
            return ex.Fault.Detail.TrimEnd('.');
        }
    }
}
