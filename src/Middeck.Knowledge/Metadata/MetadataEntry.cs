using System.ComponentModel.DataAnnotations;
using System.Text.Json;

namespace Middeck.Knowledge.Metadata;

/// <summary>A value for a field, named by its id or its name.</summary>
public sealed record MetadataEntry
{
    /// <summary>The field's id; null when the name is given.</summary>
    public Guid? Id { get; init; }

    /// <summary>The field's name; null when the id is given.</summary>
    [StringLength(255)]
    public string? Name { get; init; }

    /// <summary>A text, a number, or a time as RFC 3339 or seconds since 1970; null takes the value away.</summary>
    public JsonElement? Value { get; init; }
}
