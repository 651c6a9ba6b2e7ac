using Middeck.Search.Text;

namespace Middeck.Search.Reranking;

/// <summary>Notes where the terms of a query stand in a passage, counted in words and CJK characters.</summary>
internal struct PassageSink : ITokenSink
{
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _indexOf;
    private readonly List<int>[] _places;
    private int _ordinal;

    public PassageSink(IReadOnlyList<QueryTerm> terms)
    {
        _indexOf = terms
            .Select((term, index) => (term.Term, index))
            .ToDictionary(pair => pair.Term, pair => pair.index, StringComparer.Ordinal)
            .GetAlternateLookup<ReadOnlySpan<char>>();
        _places = [.. terms.Select(_ => new List<int>())];
    }

    public readonly Passage Passage => new(_places, _ordinal);

    public void Accept(TokenKind kind, ReadOnlySpan<char> term, int start, int length)
    {
        // A pair arrives before its second character and stands where its first one does.
        var ordinal = kind == TokenKind.CjkPair ? _ordinal - 1 : _ordinal++;
        if (_indexOf.TryGetValue(term, out var index))
        {
            _places[index].Add(ordinal);
        }
    }
}
