using System.ComponentModel.DataAnnotations;

namespace Middeck.Knowledge.Chunks;

/// <summary>Makes two chunks of one.</summary>
public sealed record SplitChunk
{
    /// <summary>Where the second begins in the content, in UTF-16 units.</summary>
    [Range(1, ChunkText.MaxLength)]
    public int Offset { get; init; }

    /// <summary>The <c>updated_at</c> that the offset counts in; null for whatever is there.</summary>
    public DateTimeOffset? ExpectedUpdatedAt { get; init; }
}
