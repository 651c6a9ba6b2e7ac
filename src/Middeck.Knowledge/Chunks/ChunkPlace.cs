namespace Middeck.Knowledge.Chunks;

/// <summary>What a new chunk stands behind.</summary>
/// <param name="Position">0 at the beginning.</param>
/// <param name="EndOffset">Where the chunk in front ends in the document's text.</param>
/// <param name="Page">Its page.</param>
internal sealed record ChunkPlace(int Position, int EndOffset, int? Page);
