using Middeck.Knowledge.Bases;
using Middeck.Storage.Sql;

namespace Middeck.Knowledge.Retrieval.Filters;

/// <summary>Makes the condition of a statement over <c>document</c> from a filter with at least one condition.</summary>
internal static class FilterSql
{
    public static SqlText Of(MetadataFilter filter, IReadOnlyDictionary<string, FilterField> fields)
    {
        var holds = filter.Conditions.Select(condition => fields.TryGetValue(condition.Name, out var field)
            ? ConditionSql.Of(field.For(condition.Value), condition.ComparisonOperator, condition.Value)
            : ConditionSql.OfUnknown(condition.ComparisonOperator));
        return filter.LogicalOperator == LogicalOperator.And
            ? holds.Aggregate(static (all, one) => SqlText.Of($"({all}) AND ({one})"))
            : holds.Aggregate(static (all, one) => SqlText.Of($"({all}) OR ({one})"));
    }
}
