namespace Middeck.Search.Text;

/// <summary>
/// Cuts a text into the terms it is found by. Words are runs of letters and digits: compatibility forms (full-width)
/// and accents folded, lower case, English inflections stemmed. Chinese, Japanese and Korean have no such runs and
/// are cut into overlapping pairs of characters, with the single characters beside them. The same text gives the same
/// terms on every machine.
/// </summary>
public static class Tokenizer
{
    /// <summary>
    /// Goes up whenever a text may give other terms than before: what was stored from them is then stale.
    /// </summary>
    public const int Version = 1;

    /// <summary>Appends the tokens of a text with their places, for highlighting and the like.</summary>
    public static void Append(ReadOnlySpan<char> text, ICollection<Token> tokens)
    {
        ArgumentNullException.ThrowIfNull(tokens);
        var sink = new TokenSink(tokens);
        TokenScanner.Scan(text, ref sink);
    }

    /// <summary>Appends a 64-bit hash for each term of a text; allocates nothing but the room in the list.</summary>
    public static void AppendHashes(ReadOnlySpan<char> text, ICollection<ulong> hashes)
    {
        ArgumentNullException.ThrowIfNull(hashes);
        var sink = new HashSink(hashes);
        TokenScanner.Scan(text, ref sink);
    }

    /// <summary>
    /// The distinct terms to look for, in the order of the query. English stop words are left out unless there is
    /// nothing else, and a single CJK character stands for itself only where it has no neighbour to pair with.
    /// </summary>
    public static IReadOnlyList<string> QueryTerms(ReadOnlySpan<char> query)
        => [.. QuerySink.TermsOf(query).Select(term => term.Term)];
}
