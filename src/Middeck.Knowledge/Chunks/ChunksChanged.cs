namespace Middeck.Knowledge.Chunks;

/// <summary>What became of a batch.</summary>
/// <param name="Changed">How many chunks are now otherwise than before.</param>
/// <param name="Missing">Ids that the document has no chunk for.</param>
internal sealed record ChunksChanged(int Changed, IReadOnlyList<Guid> Missing);
