using System.ComponentModel.DataAnnotations;
using System.Text.Json;

namespace Middeck.Knowledge.External;

/// <summary>A condition as Dify's clients send it.</summary>
public sealed record OfferedCondition
{
    /// <summary>The field's name, or a list of names of which one must do.</summary>
    [Required]
    public JsonElement? Name { get; init; }

    /// <summary>Such as <c>contains</c>.</summary>
    [Required]
    [StringLength(20, MinimumLength = 1)]
    public string ComparisonOperator { get; init; } = "";

    /// <summary>What it is compared with.</summary>
    public JsonElement? Value { get; init; }
}
