using System.Text.Json;

namespace Middeck.Knowledge.ServiceApi.Metadata;

/// <summary>A value of a field.</summary>
public sealed record MetadataValueInput
{
    /// <summary>The field; <c>built-in</c> for those that nobody writes.</summary>
    public string? Id { get; init; }

    /// <summary>Its name, which counts where there is no id.</summary>
    public string? Name { get; init; }

    /// <summary>Null takes the value away.</summary>
    public JsonElement? Value { get; init; }
}
