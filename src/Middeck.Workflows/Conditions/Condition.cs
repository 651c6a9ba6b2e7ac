using System.Text.Json;
using Middeck.Workflows.Graphs;
using Middeck.Workflows.Values;

namespace Middeck.Workflows.Conditions;

/// <summary>
/// One comparison of a branch, a loop or a filter:
/// <c>{"variable_selector": ["llm", "text"], "comparison_operator": "contains", "value": "{{#sys.query#}}"}</c>.
/// </summary>
internal sealed record Condition(Selector Variable, string Operator, Segment Value, TextTemplate? Template, SubConditions? Files)
{
    public static Condition Read(JsonElement json)
    {
        var value = SegmentJson.Read(json.Child("value"));
        return new(
            Selector.Read(json, "variable_selector"),
            json.Text("comparison_operator") ?? "",
            value,
            value.Text is { } text && text.Contains("{{#", StringComparison.Ordinal) ? TextTemplate.Parse(text) : null,
            SubConditions.Read(json.Child("sub_variable_condition")));
    }

    /// <summary>What the variable is compared with, references filled in.</summary>
    public Segment Expected(VariablePool pool) => Template is null ? Value : Segment.Of(Template.Render(pool));
}
