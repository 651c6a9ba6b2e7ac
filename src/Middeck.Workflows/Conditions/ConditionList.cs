using System.Text.Json;
using Middeck.Workflows.Graphs;
using Middeck.Workflows.Values;

namespace Middeck.Workflows.Conditions;

/// <summary>Conditions that hold together, all of them or at least one. They are looked at in order until the outcome is certain.</summary>
internal sealed record ConditionList(bool IsOr, IReadOnlyList<Condition> All)
{
    public static ConditionList Read(JsonElement json, string field)
        => new(json.Text("logical_operator") == "or", [.. json.List(field).Select(Condition.Read)]);

    /// <summary>Whether they hold. A variable that does not exist is an error.</summary>
    /// <param name="pool">Where the variables are.</param>
    /// <param name="seen">Is given what was compared, in order.</param>
    public bool Hold(VariablePool pool, List<Segment>? seen = null)
    {
        foreach (var condition in All)
        {
            var holds = Holds(condition, pool, seen);
            if (holds == IsOr)
            {
                return IsOr;
            }
        }

        return !IsOr;
    }

    private static bool Holds(Condition condition, VariablePool pool, List<Segment>? seen)
    {
        var actual = pool.Find(condition.Variable)
            ?? throw new NodeException("ValueError", $"Variable {condition.Variable} not found");
        var expected = condition.Expected(pool);
        seen?.Add(Segment.Of(new OrderedDictionary<string, Segment>
        {
            ["actual_value"] = actual,
            ["expected_value"] = expected,
            ["comparison_operator"] = Segment.Of(condition.Operator),
        }));

        return actual.Type == SegmentType.ArrayFile && condition.Files is { } files
            ? files.Hold(condition.Operator, actual.Items)
            : Comparison.Holds(condition.Operator, actual, expected);
    }
}
