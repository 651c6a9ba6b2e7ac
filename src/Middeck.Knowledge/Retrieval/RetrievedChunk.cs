namespace Middeck.Knowledge.Retrieval;

/// <summary>Where a passage stands in its document.</summary>
internal sealed record RetrievedChunk(Guid Id, int Position, int? Page, string? Heading, string? Place);
