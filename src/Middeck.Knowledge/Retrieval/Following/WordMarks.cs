using Middeck.Search.Text;

namespace Middeck.Knowledge.Retrieval.Following;

/// <summary>
/// How words stand in the database: with a mark of their base in front, so that one index serves all bases and a word of one
/// costs nothing in a search of another.
/// </summary>
internal static class WordMarks
{
    /// <summary>Stands in the counts for any entry at all.</summary>
    public const string Any = "*";

    /// <summary>The distinct words of a text, marked.</summary>
    public static HashSet<string> Of(Guid baseId, string text)
    {
        var tokens = new List<Token>();
        Tokenizer.Append(text, tokens);
        var mark = MarkOf(baseId);
        return [.. tokens.Select(token => mark + token.Term)];
    }

    /// <summary>The words that a query looks for, marked.</summary>
    public static string[] OfQuery(Guid baseId, string query)
    {
        var mark = MarkOf(baseId);
        return [.. Tokenizer.QueryTerms(query).Select(term => mark + term)];
    }

    /// <summary>The word as a <c>tsquery</c> that looks for it.</summary>
    public static string Quote(string word)
        => $"'{word.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "''", StringComparison.Ordinal)}'";

    // The end of a version 7 id is random; eight hexadecimal digits of it tell the bases of an installation apart well enough,
    // and the base's id is compared besides.
    private static string MarkOf(Guid baseId) => baseId.ToString("N")[^8..];
}
