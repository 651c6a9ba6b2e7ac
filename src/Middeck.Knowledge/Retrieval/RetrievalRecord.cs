using System.Text.Json;

namespace Middeck.Knowledge.Retrieval;

/// <summary>One passage that was found.</summary>
/// <param name="Content">Its text.</param>
/// <param name="Score">0 to 1.</param>
/// <param name="KnowledgeBase">Its base.</param>
/// <param name="Document">Its document.</param>
/// <param name="Chunk">Where it stands.</param>
/// <param name="Highlights">Ranges of the text that match the query.</param>
/// <param name="Answer">The answer where the content is a question.</param>
/// <param name="ChildChunks">The parts of it that matched, best first.</param>
/// <param name="JoinedChunks">All chunks whose text it holds, when neighbours were asked for.</param>
/// <param name="Metadata">What an external API says about it.</param>
/// <param name="BelowThreshold">Its score is too low, so a real search leaves it out; only answers that explain themselves hold such.</param>
/// <param name="Explanation">How it came to its place; null unless asked for.</param>
internal sealed record RetrievalRecord(
    string Content,
    double Score,
    RetrievedBase KnowledgeBase,
    RetrievedDocument Document,
    RetrievedChunk Chunk,
    IReadOnlyList<TextRange> Highlights,
    string? Answer,
    IReadOnlyList<ChildHit> ChildChunks,
    IReadOnlyList<JoinedChunk> JoinedChunks,
    JsonElement? Metadata,
    bool BelowThreshold,
    HitExplanation? Explanation)
{
    public static RetrievalRecord From(SearchHit hit, bool belowThreshold) => new(
        hit.Content,
        hit.Score,
        new RetrievedBase(hit.KnowledgeBaseId, hit.KnowledgeBaseName),
        new RetrievedDocument(hit.DocumentId, hit.DocumentName),
        new RetrievedChunk(hit.ChunkId, hit.Position, hit.Page, hit.Heading, hit.Place),
        hit.Highlights,
        hit.Answer,
        hit.ChildChunks,
        hit.JoinedChunks,
        hit.ExternalMetadata,
        belowThreshold,
        hit.Explanation);
}
