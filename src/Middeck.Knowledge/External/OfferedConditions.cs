using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using Middeck.Knowledge.Bases;

namespace Middeck.Knowledge.External;

/// <summary>The conditions as Dify's clients send them.</summary>
public sealed record OfferedConditions
{
    /// <summary>How they hold together.</summary>
    public LogicalOperator LogicalOperator { get; init; } = LogicalOperator.And;

    /// <summary>At most 20.</summary>
    [MaxLength(20)]
    public IReadOnlyList<OfferedCondition> Conditions { get; init; } = [];

    internal MetadataFilter ToFilter() => new()
    {
        LogicalOperator = LogicalOperator,
        Conditions =
        [
            .. Conditions.Select(static condition => new MetadataCondition
            {
                Name = NameOf(condition.Name),
                ComparisonOperator = condition.ComparisonOperator,
                Value = condition.Value,
            }),
        ],
    };

    // Some clients send a list with one name.
    private static string NameOf(JsonElement? name) => name switch
    {
        { ValueKind: JsonValueKind.String } text => text.GetString()!,
        { ValueKind: JsonValueKind.Array } list when list.GetArrayLength() > 0 => list[0].ToString(),
        _ => "",
    };
}
