namespace Middeck.Knowledge;

/// <summary>What a search found, and how.</summary>
/// <param name="Hits">Best first.</param>
/// <param name="Explanation">What was done.</param>
public sealed record SearchResult(IReadOnlyList<SearchHit> Hits, SearchExplanation Explanation);
