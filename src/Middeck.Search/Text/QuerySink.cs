namespace Middeck.Search.Text;

/// <summary>Collects what a query asks for.</summary>
internal struct QuerySink() : ITokenSink
{
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private readonly List<QueryTerm> _telling = [];
    private readonly List<QueryTerm> _stopWords = [];
    private int _ordinal;

    /// <summary>The distinct terms; stop words only when there is nothing else.</summary>
    public readonly IReadOnlyList<QueryTerm> Terms => _telling.Count > 0 ? _telling : _stopWords;

    public static IReadOnlyList<QueryTerm> TermsOf(ReadOnlySpan<char> query)
    {
        var sink = new QuerySink();
        TokenScanner.Scan(query, ref sink);
        return sink.Terms;
    }

    public void Accept(TokenKind kind, ReadOnlySpan<char> term, int start, int length)
    {
        // A pair arrives before its second character and stands where its first one does.
        var ordinal = kind == TokenKind.CjkPair ? _ordinal - 1 : _ordinal++;
        if (kind == TokenKind.CjkCharacter || !_seen.Add(term.ToString()))
        {
            return;
        }

        var isStopWord = kind == TokenKind.Word && EnglishStopWords.Contains(term);
        (isStopWord ? _stopWords : _telling).Add(new QueryTerm(term.ToString(), ordinal));
    }
}
