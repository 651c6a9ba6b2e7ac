using System.ComponentModel.DataAnnotations;

namespace Middeck.Knowledge.Chunks;

/// <summary>Adds chunks to a document.</summary>
public sealed record AddChunks
{
    /// <summary>In the order of the text, 1 to 100.</summary>
    [Required]
    [Length(1, 100)]
    public IReadOnlyList<NewChunk> Chunks { get; init; } = [];

    /// <summary>Behind which chunk, by its position; 0 for the beginning, null for the end.</summary>
    [Range(0, int.MaxValue)]
    public int? After { get; init; }
}
