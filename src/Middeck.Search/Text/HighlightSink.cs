namespace Middeck.Search.Text;

internal readonly struct HighlightSink(IReadOnlyList<string> terms) : ITokenSink
{
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _terms =
        terms.ToHashSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    private readonly List<TextRange> _ranges = [];

    public IReadOnlyList<TextRange> Ranges => _ranges;

    public void Accept(TokenKind kind, ReadOnlySpan<char> term, int start, int length)
    {
        if (!_terms.Contains(term))
        {
            return;
        }

        if (_ranges.Count > 0 && _ranges[^1].End >= start)
        {
            var last = _ranges[^1];
            _ranges[^1] = last with { Length = Math.Max(last.End, start + length) - last.Start };
        }
        else
        {
            _ranges.Add(new TextRange(start, length));
        }
    }
}
