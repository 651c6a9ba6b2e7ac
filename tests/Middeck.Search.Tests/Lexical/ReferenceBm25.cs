using Middeck.Search.Text;

namespace Middeck.Search.Tests.Lexical;

/// <summary>BM25 as the formula reads, with no index: every text is cut and counted again for every query.</summary>
internal static class ReferenceBm25
{
    public static IReadOnlyList<(Guid Id, double Score)> Search(
        IReadOnlyDictionary<Guid, string> texts, string query, double k1 = 1.2, double b = 0.75)
    {
        var cut = texts.ToDictionary(text => text.Key, text => Terms(text.Value));
        var averageLength = cut.Values.Average(terms => terms.Count);
        return
        [
            .. cut
                .Select(text => (text.Key, Score: Tokenizer.QueryTerms(query).Sum(term => Score(term, text.Value))))
                .Where(hit => hit.Score > 0)
                .OrderByDescending(hit => hit.Score)
                .ThenBy(hit => hit.Key),
        ];

        double Score(string term, List<string> terms)
        {
            var found = cut.Values.Count(other => other.Contains(term));
            var weight = Math.Log(1 + ((cut.Count - found + 0.5) / (found + 0.5)));
            var frequency = terms.Count(other => other == term);
            return frequency == 0 ? 0 : weight * frequency * (k1 + 1)
                / (frequency + (k1 * (1 - b + (b * terms.Count / averageLength))));
        }
    }

    private static List<string> Terms(string text)
    {
        var tokens = new List<Token>();
        Tokenizer.Append(text, tokens);
        return [.. tokens.Select(token => token.Term)];
    }
}
