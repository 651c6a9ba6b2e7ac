namespace Middeck.Knowledge;

/// <summary>What a search found, and how.</summary>
/// <param name="Hits">Best first.</param>
/// <param name="Explanation">What was done.</param>
public sealed record SearchResult(IReadOnlyList<SearchHit> Hits, SearchExplanation Explanation)
{
    /// <summary>What would have been found without the score threshold, best first; empty unless the search explains itself.</summary>
    public IReadOnlyList<SearchHit> BelowThreshold { get; init; } = [];
}
