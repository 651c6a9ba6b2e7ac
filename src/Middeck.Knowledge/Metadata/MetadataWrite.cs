using System.Text.Json.Nodes;

namespace Middeck.Knowledge.Metadata;

/// <summary>Checked values of a document, to be written.</summary>
/// <param name="DocumentId">Whose they are.</param>
/// <param name="Entries">By the ids of the fields; null takes a value away.</param>
/// <param name="IsPartial">Whether values of other fields stay.</param>
internal sealed record MetadataWrite(Guid DocumentId, JsonObject Entries, bool IsPartial);
