namespace Middeck.Knowledge.Retrieval;

/// <summary>What an index found, as the rows have it at this moment.</summary>
/// <param name="Id">The chunk, or a child of it.</param>
/// <param name="Kind"><c>chunk</c>, <c>child</c>, <c>question</c> or <c>summary</c>.</param>
/// <param name="Position">A child's place in its chunk.</param>
/// <param name="Text">What it is found by.</param>
/// <param name="Chunk">What is shown for it.</param>
internal sealed record LiveEntry(Guid Id, string Kind, int Position, string Text, LiveChunk Chunk)
{
    public const string ChunkKind = "chunk";
    public const string ChildKind = "child";

    /// <summary>What of it people see.</summary>
    public string Shown => Kind == ChunkKind ? Chunk.Content : Text;
}
