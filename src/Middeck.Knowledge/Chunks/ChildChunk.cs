using Middeck.Knowledge.Indexing;

namespace Middeck.Knowledge.Chunks;

/// <summary>What is searched in place of a chunk or beside it.</summary>
/// <param name="Id">The key.</param>
/// <param name="ChunkId">What is found through it.</param>
/// <param name="Kind">What it is to its chunk.</param>
/// <param name="Position">Its place in the chunk, from 1.</param>
/// <param name="Content">Its text.</param>
/// <param name="WordCount">Characters in it, as Dify counts.</param>
/// <param name="Edited">Changed or added by hand.</param>
/// <param name="CreatedAt">When it was made.</param>
/// <param name="UpdatedAt">When its text was changed last.</param>
internal sealed record ChildChunk(
    Guid Id,
    Guid ChunkId,
    ChildKind Kind,
    int Position,
    string Content,
    int WordCount,
    bool Edited,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt);
