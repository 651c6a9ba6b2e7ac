using System.Text.Json;
using Middeck.Core;
using Middeck.Studio.Evaluation.Judges;
using Middeck.Studio.Tables;

namespace Middeck.Studio.Evaluation.Sets;

/// <summary>
/// Reads a table of cases. Only the first column is needed; a column of an app's field is called <c>input:</c> and its name:
/// <code>
/// question,expected,contains,note,input:city
/// When is the canteen open?,From 11:30 on all workdays.,11:30,asked daily,Shanghai
/// </code>
/// </summary>
internal static class CaseCsv
{
    public const int MostRows = 2_000;

    private const int MostFaults = 100;
    private const string Input = "input:";

    /// <exception cref="Core.Errors.FaultException"><c>evaluation.import_*</c>; nothing of it is to be written then.</exception>
    public static async Task<IReadOnlyList<CaseText>> ReadAsync(string text, CancellationToken cancellationToken)
    {
        await using var table = await CsvTable.OpenAsync(text, MostRows, EvaluationFaults.Import, cancellationToken);
        var columns = new Columns(table);
        if (!columns.AreEnough)
        {
            throw table.WrongColumns("question (or 问题), and as you like expected, contains, not_contains, note, inputs, rules, input:NAME");
        }

        var cases = new List<CaseText>();
        var faults = new List<TableFault>();
        var faulty = 0;
        while (await table.ReadAsync(cancellationToken))
        {
            var reason = columns.TryRead(out var @case) ?? (@case!.Wrong() is var (field, rule) ? $"{field} {rule}" : null);
            if (reason is null)
            {
                cases.Add(@case!);
            }
            else if (faulty++ < MostFaults)
            {
                faults.Add(new TableFault(table.Row, reason));
            }
        }

        return faulty > 0 ? throw EvaluationFaults.BadRows(faults, faulty) : cases;
    }

    private sealed class Columns(CsvTable table)
    {
        private readonly int _question = table.Column("question", "问题");
        private readonly int _expected = table.Column("expected", "answer", "期望答案", "答案");
        private readonly int _contains = table.Column("contains", "包含");
        private readonly int _excludes = table.Column("not_contains", "不包含");
        private readonly int _note = table.Column("note", "备注");
        private readonly int _inputs = table.Column("inputs", "输入");
        private readonly int _rules = table.Column("rules", "规则");

        private readonly (int Column, string Name)[] _fields =
        [
            .. table.Names.Index().Where(name => name.Item.StartsWith(Input, StringComparison.OrdinalIgnoreCase))
                .Select(name => (name.Index, name.Item[Input.Length..].Trim())),
        ];

        public bool AreEnough => _question >= 0;

        /// <returns>What is wrong; null when nothing is.</returns>
        public string? TryRead(out CaseText? @case)
        {
            @case = null;
            if (!TryJson(_inputs, "{}", out Dictionary<string, JsonElement>? inputs))
            {
                return "inputs is no JSON object";
            }

            if (!TryJson(_rules, "[]", out List<TestRule>? rules) || rules!.Any(rule => rule is null))
            {
                return """rules is no JSON list of rules such as [{"kind": "contains", "value": "…"}]""";
            }

            foreach (var (column, name) in _fields.Where(field => table.Cell(field.Column).Length > 0))
            {
                inputs![name] = JsonSerializer.SerializeToElement(table.Cell(column), Json.Snake);
            }

            Add(rules!, RuleKind.Contains, _contains);
            Add(rules!, RuleKind.NotContains, _excludes);
            @case = CaseText.Of(new SaveAppTestCase
            {
                Question = table.Cell(_question),
                Inputs = JsonSerializer.SerializeToElement(inputs, Json.Snake),
                Expected = table.Cell(_expected),
                Rules = rules!,
                Note = table.Cell(_note),
            });
            return null;
        }

        private void Add(List<TestRule> rules, RuleKind kind, int column)
        {
            if (table.Cell(column) is { Length: > 0 } value)
            {
                rules.Add(new TestRule { Kind = kind, Value = value });
            }
        }

        private bool TryJson<T>(int column, string none, out T? value)
        {
            try
            {
                var cell = table.Cell(column);
                value = JsonSerializer.Deserialize<T>(cell.Length == 0 ? none : cell, Json.Snake);
                return value is not null;
            }
            catch (JsonException)
            {
                // The row is told with what was expected there.
                value = default;
                return false;
            }
        }
    }
}
