using System.Text.Json;
using Middeck.Knowledge.Bases;
using Middeck.Studio.Configuration;
using Middeck.Workflows.Values;

namespace Middeck.Studio.Workflows.Nodes.Retrieval;

/// <summary>
/// Which documents a node looks at: <code>{"logical_operator": "and", "conditions": [{"name": "year", "comparison_operator": "=",
/// "value": "{{#start.year#}}"}]}</code>
/// </summary>
/// <param name="Mode">Who chooses.</param>
/// <param name="Operator">How the conditions hold together.</param>
/// <param name="Conditions">Their values may be references.</param>
internal sealed record RetrievalFilter(
    FilterMode Mode, LogicalOperator Operator, IReadOnlyList<(string Name, string Operator, JsonElement? Value)> Conditions)
{
    public static RetrievalFilter Read(JsonElement data)
    {
        var conditions = data.Member("metadata_filtering_conditions");
        return new RetrievalFilter(
            data.Member("metadata_filtering_mode").Text() switch
            {
                "automatic" => FilterMode.Automatic,
                "manual" => FilterMode.Manual,
                _ => FilterMode.Disabled,
            },
            conditions.Member("logical_operator").Text() == "or" ? LogicalOperator.Or : LogicalOperator.And,
            [
                .. conditions.Member("conditions").Items()
                    .Select(one => (
                        one.Member("name").Text() ?? "",
                        one.Member("comparison_operator").Text() ?? "is",
                        one.Member("value")))
                    .Where(one => one.Item1.Length > 0),
            ]);
    }

    /// <summary>The filter of one search. A condition without a value is none, unless it asks for just that.</summary>
    /// <param name="variables">What references name.</param>
    /// <param name="model">Who writes conditions, <c>provider/model</c>.</param>
    public MetadataFilter Of(VariablePool variables, string? model) => new()
    {
        Mode = Mode,
        LogicalOperator = Operator,
        Model = model,
        Conditions = Mode != FilterMode.Manual ? [] :
        [
            .. Conditions
                .Select(one => new MetadataCondition
                {
                    Name = one.Name,
                    ComparisonOperator = one.Operator,
                    Value = ValueOf(one.Value, variables),
                })
                .Where(one => one.Value is not null || one.ComparisonOperator is "empty" or "not empty"),
        ],
    };

    // A value that is one reference keeps its type: a number is compared as a number, a list as a list.
    private static JsonElement? ValueOf(JsonElement? value, VariablePool variables)
    {
        if (value.Text() is not { } text)
        {
            return value;
        }

        if (TextTemplate.Parse(text) is { Parts: [{ Selector: { } selector }] })
        {
            return variables.Find(selector) is { IsNone: false } found ? JsonSerializer.Deserialize<JsonElement>(found.ToJson()) : null;
        }

        return text.Length == 0 ? null : JsonSerializer.SerializeToElement(TextTemplate.Parse(text).Render(variables));
    }
}
