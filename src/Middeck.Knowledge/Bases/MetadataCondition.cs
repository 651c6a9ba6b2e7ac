using System.ComponentModel.DataAnnotations;
using System.Text.Json;

namespace Middeck.Knowledge.Bases;

/// <summary>What must hold of a document's metadata.</summary>
public sealed record MetadataCondition
{
    /// <summary>The field's name, or <c>document_name</c>, <c>uploader</c>, <c>upload_date</c>, <c>last_update_date</c>, <c>source</c>.</summary>
    [Required]
    [StringLength(255, MinimumLength = 1)]
    public string Name { get; init; } = "";

    /// <summary>
    /// <c>contains</c>, <c>not contains</c>, <c>start with</c>, <c>end with</c>, <c>is</c>, <c>is not</c>, <c>empty</c>,
    /// <c>not empty</c>, <c>in</c>, <c>not in</c>, <c>=</c>, <c>≠</c>, <c>&gt;</c>, <c>&lt;</c>, <c>≥</c>, <c>≤</c>,
    /// <c>before</c> or <c>after</c>.
    /// </summary>
    [Required]
    [StringLength(20, MinimumLength = 1)]
    public string ComparisonOperator { get; init; } = "is";

    /// <summary>
    /// A text, a number or a list of texts; a time as seconds since 1970 or as a date; the uploader by name or user id. Not
    /// needed for (not) empty.
    /// </summary>
    public JsonElement? Value { get; init; }
}
