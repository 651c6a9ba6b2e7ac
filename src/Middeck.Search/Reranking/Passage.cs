using Middeck.Search.Text;

namespace Middeck.Search.Reranking;

/// <summary>A passage as the reranker sees it: for each term of the query its places in ascending order.</summary>
internal sealed class Passage(IReadOnlyDictionary<string, List<int>> places, int length)
{
    /// <summary>In words and CJK characters.</summary>
    public int Length { get; } = length;

    public static Passage Read(IEnumerable<string> terms, ReadOnlySpan<char> text)
    {
        var sink = new PassageSink(terms);
        TokenScanner.Scan(text, ref sink);
        return sink.Passage;
    }

    public bool Has(QueryTerm term) => PlacesOf(term).Count > 0;

    public IReadOnlyList<int> PlacesOf(QueryTerm term) => places[term.Term];
}
