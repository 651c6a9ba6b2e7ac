namespace Middeck.Search.Text;

internal readonly struct TokenSink(ICollection<Token> tokens) : ITokenSink
{
    public void Accept(TokenKind kind, ReadOnlySpan<char> term, int start, int length)
        => tokens.Add(new Token(term.ToString(), start, length));
}
