namespace Middeck.Knowledge.Retrieval;

/// <summary>What a search found, best first.</summary>
/// <param name="Records">The passages, and behind them those below the score threshold if an explanation was asked for.</param>
/// <param name="Notes">What people should know, such as that a base was searched by words only.</param>
/// <param name="Explanation">What was done; null unless asked for.</param>
internal sealed record RetrievalResult(
    IReadOnlyList<RetrievalRecord> Records, IReadOnlyList<string> Notes, SearchExplanation? Explanation);
