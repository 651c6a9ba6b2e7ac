namespace Middeck.Search.Text;

/// <summary>
/// Takes the tokens of a scan. A struct, so that the scan is compiled for each sink and nothing is allocated.
/// </summary>
internal interface ITokenSink
{
    /// <param name="kind">What kind of token it is.</param>
    /// <param name="term">Valid during the call only.</param>
    /// <param name="start">Where the token stands in the text.</param>
    /// <param name="length">How much of the text it covers, which is not the length of the term.</param>
    void Accept(TokenKind kind, ReadOnlySpan<char> term, int start, int length);
}
