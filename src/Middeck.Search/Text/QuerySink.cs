namespace Middeck.Search.Text;

/// <summary>Collects what a query asks for.</summary>
/// <param name="unit">How CJK is cut: in pairs, or in <see cref="TokenKind.CjkCharacter"/>s.</param>
internal struct QuerySink(TokenKind unit) : ITokenSink
{
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private readonly List<QueryTerm> _telling = [];
    private readonly List<QueryTerm> _stopWords = [];
    private int _ordinal;

    /// <summary>The distinct words and CJK pairs; stop words only when there is nothing else.</summary>
    public static IReadOnlyList<QueryTerm> TermsOf(ReadOnlySpan<char> query) => Collect(query, TokenKind.CjkPair);

    /// <summary>The same with the CJK characters one by one, of which the common ones weigh less.</summary>
    public static IReadOnlyList<QueryTerm> CharactersOf(ReadOnlySpan<char> query)
        => Collect(query, TokenKind.CjkCharacter);

    public void Accept(TokenKind kind, ReadOnlySpan<char> term, int start, int length)
    {
        // A pair arrives before its second character and stands where its first one does.
        var ordinal = kind == TokenKind.CjkPair ? _ordinal - 1 : _ordinal++;
        var isOfOtherUnit = kind is TokenKind.CjkPair or TokenKind.CjkCharacter && kind != unit;
        if (isOfOtherUnit || !_seen.Add(term.ToString()))
        {
            return;
        }

        var isStopWord = kind == TokenKind.Word && EnglishStopWords.Contains(term);
        var weight = kind == TokenKind.CjkCharacter ? CommonChineseCharacters.WeightOf(term) : 1;
        (isStopWord ? _stopWords : _telling).Add(new QueryTerm(term.ToString(), ordinal, weight));
    }

    private static List<QueryTerm> Collect(ReadOnlySpan<char> query, TokenKind unit)
    {
        var sink = new QuerySink(unit);
        TokenScanner.Scan(query, ref sink);
        return sink._telling.Count > 0 ? sink._telling : sink._stopWords;
    }
}
