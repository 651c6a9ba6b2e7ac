using System.ComponentModel.DataAnnotations;

namespace Middeck.Knowledge.Chunks;

/// <summary>Takes the chunks that follow into one.</summary>
public sealed record MergeChunks
{
    /// <summary>How many of those that follow, 1 to 50.</summary>
    [Range(1, 50)]
    public int Count { get; init; } = 1;

    /// <summary>What stands between their texts.</summary>
    [StringLength(10)]
    public string Separator { get; init; } = "\n";

    /// <summary>The <c>updated_at</c> of the first; null for whatever is there.</summary>
    public DateTimeOffset? ExpectedUpdatedAt { get; init; }
}
