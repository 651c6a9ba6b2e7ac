namespace Middeck.Knowledge;

/// <summary>Where a passage stood in one list of a search.</summary>
/// <param name="List"><c>words</c>, <c>meaning</c>, <c>fused</c>, <c>reranked</c> or <c>external</c>.</param>
/// <param name="Query">The query of the list; null for lists over all queries.</param>
/// <param name="Rank">From 1.</param>
/// <param name="Score">As that list counts; only scores of one list compare.</param>
public sealed record ListPlace(string List, string? Query, int Rank, double Score);
