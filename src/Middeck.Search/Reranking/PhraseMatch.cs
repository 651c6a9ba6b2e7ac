using Middeck.Search.Text;

namespace Middeck.Search.Reranking;

/// <summary>How much of a query stands word for word in a passage.</summary>
internal static class PhraseMatch
{
    /// <summary>
    /// The longest run of terms that stand in the passage as in the query, as a part of all terms: 0 to 1.
    /// </summary>
    public static float Of(IReadOnlyList<QueryTerm> terms, Passage passage)
    {
        var longest = 0;
        var runs = new Dictionary<int, int>();
        for (var term = 0; term < terms.Count; term++)
        {
            // The distance includes the stop words between two terms, which must then stand in the passage too.
            var distance = term == 0 ? 0 : terms[term].Ordinal - terms[term - 1].Ordinal;
            var extended = new Dictionary<int, int>();
            foreach (var place in passage.PlacesOf(terms[term]))
            {
                extended[place] = runs.GetValueOrDefault(place - distance) + 1;
                longest = Math.Max(longest, extended[place]);
            }

            runs = extended;
        }

        // A run of one is no phrase, except where the query is no longer than that.
        return longest == terms.Count ? 1 : Math.Max(0, longest - 1) / (float)terms.Count;
    }
}
