namespace Middeck.Search.Fusion;

/// <summary>The hits of one index, best first, and how much its ranking is trusted (0 or more).</summary>
public sealed record RankedList(float Weight, IReadOnlyList<ScoredId> Hits);
