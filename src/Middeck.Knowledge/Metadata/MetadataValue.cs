using System.Text.Json;

namespace Middeck.Knowledge.Metadata;

/// <summary>A document's value of a field.</summary>
/// <param name="Id">The field; null for a built-in one.</param>
/// <param name="Name">Its name.</param>
/// <param name="Type">What the value is.</param>
/// <param name="Value">Text, number, or seconds since 1970; null when the document has none.</param>
internal sealed record MetadataValue(Guid? Id, string Name, MetadataType Type, JsonElement? Value);
