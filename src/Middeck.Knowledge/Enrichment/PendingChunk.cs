namespace Middeck.Knowledge.Enrichment;

/// <summary>A chunk that a model has not been asked about.</summary>
internal sealed record PendingChunk(Guid Id, int Position, string Content, string? Heading, int? Page, string? Place, int Start, int SourceLength);
