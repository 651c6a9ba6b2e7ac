using Middeck.Knowledge.Bases;

namespace Middeck.Knowledge.Retrieval;

/// <summary>One passage on its way into the result.</summary>
/// <param name="Base">Its base.</param>
/// <param name="Chunk">What is shown.</param>
/// <param name="Text">What a rerank model reads: the part that matched best.</param>
/// <param name="Score">0 to 1.</param>
/// <param name="MatchedBy">The kind of the best entry.</param>
/// <param name="Children">The parts that matched, best first.</param>
/// <param name="Entries">All entries through which it was found, best first.</param>
internal sealed record Passage(
    KnowledgeBaseRow Base,
    LiveChunk Chunk,
    string Text,
    double Score,
    string MatchedBy,
    IReadOnlyList<ChildHit> Children,
    IReadOnlyList<Guid> Entries)
{
    /// <summary>What somebody else's API says about it.</summary>
    public System.Text.Json.JsonElement? Metadata { get; init; }

    /// <summary>Where it stood in each list so far.</summary>
    public IReadOnlyList<ListPlace> Places { get; init; } = [];
}
