using System.ComponentModel.DataAnnotations;

namespace Middeck.Knowledge.Chunks;

/// <summary>Does one thing to several chunks of a document.</summary>
public sealed record ChangeChunks
{
    /// <summary>What is done.</summary>
    public ChunkBatchAction Action { get; init; }

    /// <summary>1 to 1,000 ids.</summary>
    [Required]
    [Length(1, 1000)]
    public IReadOnlyList<Guid> Ids { get; init; } = [];
}
