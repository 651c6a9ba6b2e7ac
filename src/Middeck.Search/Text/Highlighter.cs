namespace Middeck.Search.Text;

/// <summary>
/// Finds where the words of a query stand in a text, in whatever inflection or width they are written there.
/// </summary>
public static class Highlighter
{
    /// <summary>The places in the order of the text; those that touch or overlap (CJK pairs do) are one.</summary>
    public static IReadOnlyList<TextRange> Highlight(ReadOnlySpan<char> query, ReadOnlySpan<char> text)
    {
        var sink = new HighlightSink(Tokenizer.QueryTerms(query));
        TokenScanner.Scan(text, ref sink);
        return sink.Ranges;
    }
}
