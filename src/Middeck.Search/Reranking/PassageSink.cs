using Middeck.Search.Text;

namespace Middeck.Search.Reranking;

/// <summary>Notes where the terms of a query stand in a passage, counted in words and CJK characters.</summary>
internal struct PassageSink : ITokenSink
{
    private readonly Dictionary<string, List<int>> _places;
    private readonly Dictionary<string, List<int>>.AlternateLookup<ReadOnlySpan<char>> _placesOf;
    private int _ordinal;

    public PassageSink(IEnumerable<string> terms)
    {
        _places = terms.ToDictionary(static term => term, static _ => new List<int>(), StringComparer.Ordinal);
        _placesOf = _places.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    public readonly Passage Passage => new(_places, _ordinal);

    public void Accept(TokenKind kind, ReadOnlySpan<char> term, int start, int length)
    {
        // A pair arrives before its second character and stands where its first one does.
        var ordinal = kind == TokenKind.CjkPair ? _ordinal - 1 : _ordinal++;
        if (_placesOf.TryGetValue(term, out var places))
        {
            places.Add(ordinal);
        }
    }
}
