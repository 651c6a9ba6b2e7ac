using System.Text.Json;

namespace Middeck.Knowledge.ServiceApi.Retrieval;

/// <summary>A passage of an external knowledge API.</summary>
internal sealed record ExternalFound(string Content, string Title, double Score, JsonElement? Metadata);
