using System.Globalization;
using System.Text;
using Middeck.Core.Errors;
using Middeck.Knowledge.Bases;
using Middeck.Models.Gateway;

namespace Middeck.Knowledge.Retrieval.Filters;

/// <summary>Has a chat model write the conditions that a question asks for.</summary>
internal sealed class FilterWriter(QueryModel model, TimeProvider clock)
{
    private const int MostConditions = 20;

    private const string Instructions = """
        You choose which documents a question is about, by their metadata. Use only the fields that are listed, and only what
        the question clearly says; when it says nothing about them, answer with no conditions. Numbers are compared by
        =, ≠, >, <, ≥, ≤; times by before and after with a date such as 2024-05-31; texts by contains, not contains, start
        with, end with, is, is not, in. Answer with JSON only:
        {"logical_operator": "and", "conditions": [{"name": "field", "comparison_operator": "is", "value": "text"}]}
        """;

    /// <summary>The conditions that hold for fields which are there; without any when the model fails.</summary>
    public async Task<MetadataFilter> WriteAsync(
        ModelCaller caller,
        MetadataFilter asked,
        string query,
        IReadOnlyCollection<FilterField> fields,
        SearchTrace trace,
        CancellationToken cancellationToken)
    {
        if (fields.Count == 0)
        {
            trace.Note("No filter was written: the documents have no metadata fields.");
            return asked with { Conditions = [] };
        }

        var (written, reason) = await trace.TimeAsync("filter", () => model.AskAsync<WrittenFilter>(
            caller, asked.Model, asked.TimeoutSeconds, Instructions, Input(query, fields), cancellationToken));
        if (written is null)
        {
            trace.Note($"All documents were searched, because no filter was written: {reason}.");
            return asked with { Conditions = [] };
        }

        var byName = fields.DistinctBy(static field => field.Name).ToDictionary(static field => field.Name, StringComparer.Ordinal);
        return asked with
        {
            LogicalOperator = written.LogicalOperator == "or" ? LogicalOperator.Or : LogicalOperator.And,
            Conditions =
            [
                .. (written.Conditions ?? []).OfType<MetadataCondition>()
                    .Where(condition => IsUsable(condition, byName, trace)).Take(MostConditions),
            ],
        };
    }

    private static bool IsUsable(MetadataCondition condition, Dictionary<string, FilterField> fields, SearchTrace trace)
    {
        if (!fields.TryGetValue(condition.Name, out var field))
        {
            trace.Note($"The model's condition on '{condition.Name}' was dropped: there is no such field.");
            return false;
        }

        try
        {
            // Made to be thrown away: what cannot be made of a person's condition is refused, of a model's it is dropped.
            ConditionSql.Of(field, condition.ComparisonOperator, condition.Value);
            return true;
        }
        catch (FaultException ex)
        {
            trace.Note($"The model's condition on '{condition.Name}' was dropped: {ex.Fault.Detail}");
            return false;
        }
    }

    private string Input(string query, IReadOnlyCollection<FilterField> fields)
    {
        var input = new StringBuilder("Fields:\n");
        foreach (var field in fields)
        {
            input.Append(CultureInfo.InvariantCulture, $"- {field.Name} ({field.Type.ToString().ToLowerInvariant()})\n");
        }

        return input.Append(CultureInfo.InvariantCulture, $"Today: {clock.GetUtcNow():yyyy-MM-dd}\nQuestion: {query}").ToString();
    }
}
