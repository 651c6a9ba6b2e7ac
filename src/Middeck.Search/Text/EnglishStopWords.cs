using System.Collections.Frozen;

namespace Middeck.Search.Text;

/// <summary>
/// Words that say nothing about what a question is about. Left out of queries only: texts keep them, so a query made of
/// nothing else (The Who) still finds something.
/// </summary>
internal static class EnglishStopWords
{
    private const string Words =
        """
        a about also am an and any are as at be because been being but by can could did do does doing for from had has
        have having he her here him his how i if in into is it its itself just let me my of on or our please s shall
        she should so some such t tell than that the their them then there these they this those to too us very was
        we were what when where which while who whom whose why will with would you your
        """;

    private static readonly FrozenSet<string> Terms = Collect();

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Lookup =
        Terms.GetAlternateLookup<ReadOnlySpan<char>>();

    public static bool Contains(ReadOnlySpan<char> term) => Lookup.Contains(term);

    // By way of the tokenizer, because what it hands on is stemmed: "does" arrives as "doe".
    private static FrozenSet<string> Collect()
    {
        var tokens = new List<Token>();
        Tokenizer.Append(Words, tokens);
        return tokens.Select(token => token.Term).ToFrozenSet(StringComparer.Ordinal);
    }
}
