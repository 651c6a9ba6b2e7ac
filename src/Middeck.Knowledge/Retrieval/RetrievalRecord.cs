namespace Middeck.Knowledge.Retrieval;

/// <summary>One passage that was found.</summary>
/// <param name="Content">Its text.</param>
/// <param name="Score">0 to 1.</param>
/// <param name="Document">Its document.</param>
/// <param name="Chunk">Where it stands.</param>
/// <param name="Highlights">Ranges of the text that match the query.</param>
internal sealed record RetrievalRecord(
    string Content,
    double Score,
    RetrievedDocument Document,
    RetrievedChunk Chunk,
    IReadOnlyList<TextRange> Highlights)
{
    public static RetrievalRecord From(SearchHit hit) => new(
        hit.Content,
        hit.Score,
        new RetrievedDocument(hit.DocumentId, hit.DocumentName),
        new RetrievedChunk(hit.ChunkId, hit.Position, hit.Page),
        hit.Highlights);
}
