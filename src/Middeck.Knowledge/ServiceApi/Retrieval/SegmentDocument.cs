using System.Text.Json;

namespace Middeck.Knowledge.ServiceApi.Retrieval;

/// <summary>The document of a passage, with its metadata by the names of the fields.</summary>
internal sealed record SegmentDocument(
    Guid Id, string DataSourceType, string Name, string? DocType, IReadOnlyDictionary<string, JsonElement?> DocMetadata);
