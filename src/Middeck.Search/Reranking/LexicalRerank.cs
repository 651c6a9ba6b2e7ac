using Middeck.Search.Text;

namespace Middeck.Search.Reranking;

/// <summary>
/// The builtin reranker that needs no model: how much of a query's weight a passage covers, how close together the
/// words stand in it, and whether it holds the query word for word.
/// </summary>
public static class LexicalRerank
{
    /// <summary>Goes up whenever a passage may get another score than before.</summary>
    public const int Version = 1;

    private const float CoverageShare = 0.75f;
    private const float ProximityShare = 0.15f;
    private const float PhraseShare = 0.1f;

    /// <summary>
    /// A score from 0 (no word in common) to 1 for each passage, in their order. How rare a word is, is counted over
    /// these passages, so scores of different calls do not compare.
    /// </summary>
    public static IReadOnlyList<float> Score(string query, IReadOnlyList<string> passages)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(passages);
        var terms = QuerySink.TermsOf(query);
        if (terms.Count == 0 || passages.Count == 0)
        {
            return new float[passages.Count];
        }

        var candidates = passages.Select(passage => Passage.Read(terms, passage)).ToArray();
        var coverage = new Coverage(terms.Count, candidates);
        return Array.ConvertAll(candidates, candidate =>
            (CoverageShare * coverage.Of(candidate))
            + (ProximityShare * coverage.ShareOf(candidate) * Proximity.Of(candidate))
            + (PhraseShare * PhraseMatch.Of(terms, candidate)));
    }
}
