using Middeck.Search.Text;

namespace Middeck.Search.Reranking;

/// <summary>A passage as the reranker sees it: for each term of the query its places in ascending order.</summary>
internal sealed record Passage(IReadOnlyList<IReadOnlyList<int>> Places, int Length)
{
    public static Passage Read(IReadOnlyList<QueryTerm> terms, ReadOnlySpan<char> text)
    {
        var sink = new PassageSink(terms);
        TokenScanner.Scan(text, ref sink);
        return sink.Passage;
    }

    public bool Has(int term) => Places[term].Count > 0;
}
