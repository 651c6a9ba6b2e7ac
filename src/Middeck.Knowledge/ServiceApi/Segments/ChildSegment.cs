using Middeck.Knowledge.Chunks;

namespace Middeck.Knowledge.ServiceApi.Segments;

/// <summary>A part of a chunk as Dify's clients see it.</summary>
internal sealed record ChildSegment(
    Guid Id, Guid SegmentId, string Content, int Position, int WordCount, string Type, long CreatedAt, long UpdatedAt)
{
    public static ChildSegment Of(ChildChunk child) => new(
        child.Id,
        child.ChunkId,
        child.Content,
        child.Position,
        child.WordCount,
        child.Edited ? "customized" : "automatic",
        child.CreatedAt.ToUnixTimeSeconds(),
        child.UpdatedAt.ToUnixTimeSeconds());
}
