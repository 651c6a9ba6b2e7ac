using System.Text.Json;
using Middeck.Core.Errors;
using Middeck.Storage.Sql;

namespace Middeck.Knowledge.Retrieval.Filters;

/// <summary>Makes a piece of a statement of a condition. Texts are compared without regard to case where a part is looked for.</summary>
internal static class ConditionSql
{
    /// <summary>Dify's operators, and those that keyboards have.</summary>
    public static IReadOnlyList<string> Operators { get; } =
    [
        "contains", "not contains", "start with", "end with", "is", "is not", "empty", "not empty", "in", "not in",
        "=", "≠", ">", "<", "≥", "≤", "before", "after",
    ];

    /// <exception cref="FaultException"><c>knowledge.unknown_filter_operator</c>, <c>knowledge.invalid_filter_value</c>.</exception>
    public static SqlText Of(FilterField field, string comparison, JsonElement? value)
    {
        return comparison switch
        {
            "contains" => SqlText.Of($"strpos(lower({field.Text()}), lower({Text()})) > 0"),
            "not contains" => SqlText.Of($"coalesce(strpos(lower({field.Text()}), lower({Text()})), 0) = 0"),
            "start with" => SqlText.Of($"starts_with(lower({field.Text()}), lower({Text()}))"),
            "end with" => SqlText.Of($"right(lower({field.Text()}), length({Text()})) = lower({Text()})"),
            "is" when field.Type == FieldType.String => SqlText.Of($"{field.Text()} = {Text()}"),
            "is not" when field.Type == FieldType.String => SqlText.Of($"{field.Text()} IS DISTINCT FROM {Text()}"),
            "empty" => SqlText.Of($"coalesce({field.Text()}, '') = ''"),
            "not empty" => SqlText.Of($"coalesce({field.Text()}, '') <> ''"),
            "in" => SqlText.Of($"{field.Text()} = ANY({ConditionValue.List(value, field.Name)})"),
            "not in" => SqlText.Of($"coalesce({field.Text()} <> ALL({ConditionValue.List(value, field.Name)}), true)"),
            "=" or "is" => field.Type == FieldType.String
                ? SqlText.Of($"{field.Text()} = {Text()}")
                : SqlText.Of($"{field.Number()} = {Number()}"),
            "≠" or "!=" or "is not" => field.Type == FieldType.String
                ? SqlText.Of($"{field.Text()} IS DISTINCT FROM {Text()}")
                : SqlText.Of($"{field.Number()} IS DISTINCT FROM {Number()}"),
            ">" or "after" => SqlText.Of($"{field.Number()} > {Number()}"),
            "<" or "before" => SqlText.Of($"{field.Number()} < {Number()}"),
            "≥" or ">=" => SqlText.Of($"{field.Number()} >= {Number()}"),
            "≤" or "<=" => SqlText.Of($"{field.Number()} <= {Number()}"),
            _ => throw new FaultException(Fault.Invalid(
                "knowledge.unknown_filter_operator",
                $"'{comparison}' is no operator of a condition. There are: {string.Join(", ", Operators)}.",
                "filters.conditions")),
        };

        string Text() => ConditionValue.Text(value, field.Name);

        decimal Number() => field.Type == FieldType.Time
            ? ConditionValue.Time(value, field.Name)
            : ConditionValue.Number(value, field.Name);
    }

    /// <summary>The same for a field that the base does not know: no document has a value for it.</summary>
    public static SqlText OfUnknown(string comparison)
        => comparison is "not contains" or "is not" or "empty" or "not in" or "≠" or "!=" ? SqlText.Of($"true") : SqlText.Of($"false");
}
