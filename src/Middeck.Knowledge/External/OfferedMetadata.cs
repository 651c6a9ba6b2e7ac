namespace Middeck.Knowledge.External;

/// <summary>Where a passage comes from.</summary>
internal sealed record OfferedMetadata(
    Guid KnowledgeBaseId, string KnowledgeBaseName, Guid DocumentId, Guid ChunkId, int Position, int? Page, string? Heading);
