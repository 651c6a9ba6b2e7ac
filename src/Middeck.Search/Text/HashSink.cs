namespace Middeck.Search.Text;

internal readonly struct HashSink(ICollection<ulong> hashes) : ITokenSink
{
    public void Accept(TokenKind kind, ReadOnlySpan<char> term, int start, int length)
        => hashes.Add(StableHash.Of(term));
}
