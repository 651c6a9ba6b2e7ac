using Middeck.Knowledge;

namespace Middeck.Studio.Conversations;

/// <summary>A passage that an answer was made from; the names are those of Dify's <c>retriever_resource</c>.</summary>
/// <param name="Position">The number in the answer: <c>[1]</c>.</param>
/// <param name="DatasetId">The knowledge base.</param>
/// <param name="DatasetName">Its name.</param>
/// <param name="DocumentId">The document.</param>
/// <param name="DocumentName">Its file name.</param>
/// <param name="DataSourceType">How the document came in.</param>
/// <param name="SegmentId">The passage.</param>
/// <param name="RetrieverFrom"><c>api</c>, or <c>dev</c> for the console.</param>
/// <param name="Score">0 to 1.</param>
/// <param name="HitCount">How often it was found; null when not counted.</param>
/// <param name="WordCount">Characters in it.</param>
/// <param name="SegmentPosition">Its place in the document, from 1.</param>
/// <param name="IndexNodeHash">Not used; null.</param>
/// <param name="Content">Its text.</param>
/// <param name="Page">The page it starts on, from 1; null when there is none.</param>
internal sealed record Citation(
    int Position,
    Guid DatasetId,
    string DatasetName,
    Guid DocumentId,
    string DocumentName,
    string DataSourceType,
    Guid SegmentId,
    string RetrieverFrom,
    double Score,
    int? HitCount,
    int WordCount,
    int SegmentPosition,
    string? IndexNodeHash,
    string Content,
    int? Page)
{
    /// <summary>A passage that a search found.</summary>
    public static Citation Of(SearchHit hit, int position, string from) => new(
        position, hit.KnowledgeBaseId, hit.KnowledgeBaseName, hit.DocumentId, hit.DocumentName, "upload_file",
        hit.ChunkId, from, hit.Score, HitCount: null, hit.WordCount, hit.Position, IndexNodeHash: null, hit.Content,
        hit.Page);
}
