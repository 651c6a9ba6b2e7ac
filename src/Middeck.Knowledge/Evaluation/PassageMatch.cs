using Middeck.Search.Text;

namespace Middeck.Knowledge.Evaluation;

/// <summary>
/// Tells whether a hit is an expected passage. Chunk ids and borders change when a document is cut anew, so the words decide: the
/// hit holds most of the quote, or lies almost wholly within it.
/// </summary>
internal static class PassageMatch
{
    // Two thirds: a quote that now lies across two chunks is found by the one with the larger part.
    private const double ShareOfQuote = 0.6;
    private const double ShareOfHit = 0.9;

    public static bool Matches(ExpectedPassage expected, SearchHit hit)
    {
        if (expected.DocumentId != hit.DocumentId)
        {
            return false;
        }

        var quote = TermsOf(expected.Quote);
        if (quote.Count == 0)
        {
            return true;
        }

        var found = TermsOf(hit.Content);
        var common = (double)quote.Count(found.Contains);
        return common / quote.Count >= ShareOfQuote || (found.Count > 0 && common / found.Count >= ShareOfHit);
    }

    private static HashSet<string> TermsOf(string text)
    {
        var tokens = new List<Token>();
        Tokenizer.Append(text, tokens);
        return tokens.Select(static token => token.Term).ToHashSet(StringComparer.Ordinal);
    }
}
