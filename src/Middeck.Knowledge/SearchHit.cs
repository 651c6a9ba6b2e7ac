namespace Middeck.Knowledge;

/// <summary>One passage that was found.</summary>
/// <param name="KnowledgeBaseId">Its base.</param>
/// <param name="KnowledgeBaseName">The base's name.</param>
/// <param name="DocumentId">Its document.</param>
/// <param name="DocumentName">The document's file name.</param>
/// <param name="ChunkId">The passage itself.</param>
/// <param name="Position">The passage's place in the document, from 1.</param>
/// <param name="Page">The page it starts on, from 1; null when the format has none.</param>
/// <param name="Content">Its text.</param>
/// <param name="Score">0 to 1.</param>
/// <param name="WordCount">Characters in it, as Dify counts.</param>
/// <param name="Highlights">Ranges of <see cref="Content"/> that match the query: start and length.</param>
public sealed record SearchHit(
    Guid KnowledgeBaseId,
    string KnowledgeBaseName,
    Guid DocumentId,
    string DocumentName,
    Guid ChunkId,
    int Position,
    int? Page,
    string Content,
    double Score,
    int WordCount,
    IReadOnlyList<TextRange> Highlights)
{
    /// <summary>The answer where the content is a question.</summary>
    public string? Answer { get; init; }

    /// <summary>The headings above it.</summary>
    public string? Heading { get; init; }

    /// <summary>What people call the place: a sheet, a chapter, a time code.</summary>
    public string? Place { get; init; }

    /// <summary>The parts of the passage that matched, best first; empty when the passage itself was searched.</summary>
    public IReadOnlyList<ChildHit> ChildChunks { get; init; } = [];

    /// <summary>All chunks whose text <see cref="Content"/> holds, in the order of the document; empty for the passage alone.</summary>
    public IReadOnlyList<JoinedChunk> JoinedChunks { get; init; } = [];

    /// <summary>What somebody else's knowledge API says about it, as JSON; null for passages of our own.</summary>
    public System.Text.Json.JsonElement? ExternalMetadata { get; init; }

    /// <summary>How it came to its place; null unless asked for.</summary>
    public HitExplanation? Explanation { get; init; }
}
