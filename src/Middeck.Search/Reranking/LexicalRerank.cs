using Middeck.Search.Text;

namespace Middeck.Search.Reranking;

/// <summary>
/// The builtin reranker that needs no model: how much of a query's weight a passage covers, how close together the
/// words stand in it, and whether it holds the query word for word.
/// </summary>
public static class LexicalRerank
{
    /// <summary>Goes up whenever a passage may get another score than before.</summary>
    public const int Version = 2;

    // Of pairs and of single characters, half of each: a question in other words says 北大 for 北京大学 and shares characters
    // where it shares no pair. Without CJK both are the same.
    private const float PairShare = 0.375f;
    private const float CharacterShare = 0.375f;
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

        var characters = QuerySink.CharactersOf(query);
        string[] sought = [.. terms.Concat(characters).Select(static term => term.Term).Distinct(StringComparer.Ordinal)];
        var candidates = passages.Select(passage => Passage.Read(sought, passage)).ToArray();
        var pairCoverage = new Coverage(terms, candidates);
        var characterCoverage = new Coverage(characters, candidates);
        return Array.ConvertAll(candidates, candidate =>
            (PairShare * pairCoverage.Of(candidate))
            + (CharacterShare * characterCoverage.Of(candidate))
            + (ProximityShare * pairCoverage.ShareOf(candidate) * Proximity.Of(terms, candidate))
            + (PhraseShare * PhraseMatch.Of(terms, candidate)));
    }
}
