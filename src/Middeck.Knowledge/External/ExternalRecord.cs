using System.Text.Json;

namespace Middeck.Knowledge.External;

/// <summary>A passage of somebody else's.</summary>
/// <param name="Content">Its text.</param>
/// <param name="Score">0 to 1; an API that gives none has ranked them and means the order.</param>
/// <param name="Title">The document's name.</param>
/// <param name="Metadata">Whatever the API says about it.</param>
internal sealed record ExternalRecord(string? Content, double? Score, string? Title, JsonElement? Metadata);
